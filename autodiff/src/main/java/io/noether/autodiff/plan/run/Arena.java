package io.noether.autodiff.plan.run;

import io.noether.autodiff.emit.NumberType;

/**
 * Hands out blocks that begin on cache lines. Vectors that lie across two lines cost a matrix product a fifth of its time,
 * and the JVM promises no alignment; but the G1 collector puts an array of half a region or more at a region's start, so
 * blocks are cut from such arrays. With other collectors blocks may lie badly, which costs time only.
 */
final class Arena {
  private static final int LINE_BYTES = 64;
  /** How many bytes of an array come before its first number. */
  private static final int HEADER_BYTES = 16;
  /** The length of an array so large that G1 does not move it, for heaps up to 32 GiB. */
  private static final int CHUNK = 1 << 21;

  private final NumberType numbers;
  private final int line;
  private final int first;
  private final boolean small;
  private Object chunk;
  private int used = CHUNK;

  /** @param small whether what is asked for is so little that its place does not matter */
  Arena(NumberType numbers, boolean small) {
    this.numbers = numbers;
    this.line = LINE_BYTES / numbers.bytes();
    this.first = (LINE_BYTES - HEADER_BYTES) / numbers.bytes();
    this.small = small;
    this.chunk = numbers.allocate(0);
  }

  /** A block of zeros. */
  Block allocate(int length) {
    if (small || length == 0) {
      return new Block(numbers.allocate(length), 0, length);
    }
    if (length > CHUNK / 4) {
      return new Block(numbers.allocate(first + length), first, length);
    }
    if (used + length > CHUNK) {
      chunk = numbers.allocate(CHUNK);
      used = first;
    }
    var block = new Block(chunk, used, length);
    used += Math.ceilDiv(length, line) * line;
    return block;
  }
}
