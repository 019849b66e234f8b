package io.noether.autodiff.plan.run;

/**
 * A stretch of an array.
 *
 * @param offset its first number
 * @param length how many there are
 */
record Block(Object array, int offset, int length) {}
