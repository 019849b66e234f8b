package io.noether.imports.files;

import io.noether.core.safetensors.ElementType;

/**
 * Where a PyTorch file keeps numbers: an entry of the zip that tensors are views of.
 *
 * @param type what they are
 * @param key the last part of the entry's name
 * @param count how many there are said to be
 */
public record StoredNumbers(ElementType type, String key, long count) {}
