package io.noether.autodiff.kernels;

import jdk.incubator.vector.FloatVector;

/** Matrix products cut into register blocks: two vectors of columns at a time, eight rows at a time where they are. */
final class FloatVectorMatrix {
  private static final int LANES = FloatVector.SPECIES_PREFERRED.length();

  private FloatVectorMatrix() {}

  /** C (+)= alpha · A·B, see {@link Kernels#matrixProduct}. */
  static void product(int m, int n, int k, float[] a, int aOffset, int aRow, int aColumn, float[] b, int bOffset,
      int bRow, float[] c, int cOffset, int cRow, float alpha, boolean add) {
    int j = 0;
    for (; j <= n - 2 * LANES; j += 2 * LANES) {
      if (add) {
        addByTwo(m, k, a, aOffset, aRow, aColumn, b, bOffset + j, bRow, c, cOffset + j, cRow, alpha);
      } else {
        setByTwo(m, k, a, aOffset, aRow, aColumn, b, bOffset + j, bRow, c, cOffset + j, cRow, alpha);
      }
    }
    if (j <= n - LANES) {
      if (add) {
        addByOne(m, k, a, aOffset, aRow, aColumn, b, bOffset + j, bRow, c, cOffset + j, cRow, alpha);
      } else {
        setByOne(m, k, a, aOffset, aRow, aColumn, b, bOffset + j, bRow, c, cOffset + j, cRow, alpha);
      }
      j += LANES;
    }
    if (j < n) {
      if (add) {
        addMasked(m, k, a, aOffset, aRow, aColumn, b, bOffset + j, bRow, c, cOffset + j, cRow, alpha, n - j);
      } else {
        setMasked(m, k, a, aOffset, aRow, aColumn, b, bOffset + j, bRow, c, cOffset + j, cRow, alpha, n - j);
      }
    }
  }

  private static void setByTwo(int m, int k, float[] a, int aOffset, int aRow, int aColumn, float[] b, int b0,
      int bRow, float[] c, int c0, int cRow, float alpha) {
    int i = 0;
    for (; i <= m - 8; i += 8) {
      FloatVectorBlocks.eightByTwo(k, a, aOffset + i * aRow, aRow, aColumn, b, b0, bRow, c, c0 + i * cRow, cRow, alpha);
    }
    for (; i <= m - 4; i += 4) {
      FloatVectorBlocks.fourByTwo(k, a, aOffset + i * aRow, aRow, aColumn, b, b0, bRow, c, c0 + i * cRow, cRow, alpha);
    }
    for (; i < m; i++) {
      FloatVectorBlocks.oneByTwo(k, a, aOffset + i * aRow, aRow, aColumn, b, b0, bRow, c, c0 + i * cRow, cRow, alpha);
    }
  }

  private static void addByTwo(int m, int k, float[] a, int aOffset, int aRow, int aColumn, float[] b, int b0,
      int bRow, float[] c, int c0, int cRow, float alpha) {
    int i = 0;
    for (; i <= m - 8; i += 8) {
      FloatVectorAddedBlocks.eightByTwo(k, a, aOffset + i * aRow, aRow, aColumn, b, b0, bRow, c, c0 + i * cRow, cRow,
          alpha);
    }
    for (; i <= m - 4; i += 4) {
      FloatVectorAddedBlocks.fourByTwo(k, a, aOffset + i * aRow, aRow, aColumn, b, b0, bRow, c, c0 + i * cRow, cRow,
          alpha);
    }
    for (; i < m; i++) {
      FloatVectorAddedBlocks.oneByTwo(k, a, aOffset + i * aRow, aRow, aColumn, b, b0, bRow, c, c0 + i * cRow, cRow,
          alpha);
    }
  }

  private static void setByOne(int m, int k, float[] a, int aOffset, int aRow, int aColumn, float[] b, int b0,
      int bRow, float[] c, int c0, int cRow, float alpha) {
    int i = 0;
    for (; i <= m - 8; i += 8) {
      FloatVectorBlocks.eightByOne(k, a, aOffset + i * aRow, aRow, aColumn, b, b0, bRow, c, c0 + i * cRow, cRow, alpha);
    }
    for (; i < m; i++) {
      FloatVectorBlocks.oneByOne(k, a, aOffset + i * aRow, aRow, aColumn, b, b0, bRow, c, c0 + i * cRow, cRow, alpha);
    }
  }

  private static void addByOne(int m, int k, float[] a, int aOffset, int aRow, int aColumn, float[] b, int b0,
      int bRow, float[] c, int c0, int cRow, float alpha) {
    int i = 0;
    for (; i <= m - 8; i += 8) {
      FloatVectorAddedBlocks.eightByOne(k, a, aOffset + i * aRow, aRow, aColumn, b, b0, bRow, c, c0 + i * cRow, cRow,
          alpha);
    }
    for (; i < m; i++) {
      FloatVectorAddedBlocks.oneByOne(k, a, aOffset + i * aRow, aRow, aColumn, b, b0, bRow, c, c0 + i * cRow, cRow,
          alpha);
    }
  }

  private static void setMasked(int m, int k, float[] a, int aOffset, int aRow, int aColumn, float[] b, int b0,
      int bRow, float[] c, int c0, int cRow, float alpha, int columns) {
    int i = 0;
    for (; i <= m - 4; i += 4) {
      FloatVectorBlocks.fourMasked(k, a, aOffset + i * aRow, aRow, aColumn, b, b0, bRow, c, c0 + i * cRow, cRow, alpha,
          columns);
    }
    for (; i < m; i++) {
      FloatVectorBlocks.oneMasked(k, a, aOffset + i * aRow, aRow, aColumn, b, b0, bRow, c, c0 + i * cRow, cRow, alpha,
          columns);
    }
  }

  private static void addMasked(int m, int k, float[] a, int aOffset, int aRow, int aColumn, float[] b, int b0,
      int bRow, float[] c, int c0, int cRow, float alpha, int columns) {
    int i = 0;
    for (; i <= m - 4; i += 4) {
      FloatVectorAddedBlocks.fourMasked(k, a, aOffset + i * aRow, aRow, aColumn, b, b0, bRow, c, c0 + i * cRow, cRow,
          alpha, columns);
    }
    for (; i < m; i++) {
      FloatVectorAddedBlocks.oneMasked(k, a, aOffset + i * aRow, aRow, aColumn, b, b0, bRow, c, c0 + i * cRow, cRow,
          alpha, columns);
    }
  }
}
