package io.noether.benchmarks.measure;

import java.util.Arrays;

/** Chains of FMAs on the numbers of an array in L1, which the JIT turns into vectors by itself. */
final class PlainFmaLoop implements FmaLoop {
  private static final int NUMBERS = 2048;
  private static final int TURNS = 40;
  private static final int CHAIN = 8;

  private final float[] numbers = new float[NUMBERS];

  PlainFmaLoop() {
    Arrays.fill(numbers, 2);
  }

  @Override
  public long run() {
    for (int turn = 0; turn < TURNS; turn++) {
      turn(numbers, 0.999f, 0.001f);
    }
    return 2L * TURNS * NUMBERS * CHAIN;
  }

  private static void turn(float[] x, float b, float c) {
    for (int k = 0; k < x.length; k++) {
      float y = Math.fma(x[k], b, c);
      y = Math.fma(y, b, c);
      y = Math.fma(y, b, c);
      y = Math.fma(y, b, c);
      y = Math.fma(y, b, c);
      y = Math.fma(y, b, c);
      y = Math.fma(y, b, c);
      x[k] = Math.fma(y, b, c);
    }
  }
}
