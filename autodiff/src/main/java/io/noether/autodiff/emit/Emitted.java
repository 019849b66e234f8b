package io.noether.autodiff.emit;

public record Emitted(RowKernel kernel, int scratch) {}
