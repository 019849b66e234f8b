package io.noether.autodiff.kernels;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/**
 * Matrix products by register blocks: eight rows by two vectors of columns stay in registers over the whole inner
 * dimension, so that each loaded vector of B serves eight rows. The blocks are spelled out because C2 keeps a vector in
 * a register only while it is a local variable.
 */
final class FloatVectorMatrix {
  private static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED;
  private static final int LANES = S.length();

  private FloatVectorMatrix() {}

  /** C (+)= alpha · A·B, see {@link Kernels#matrixProduct}. */
  static void product(int m, int n, int k, float[] a, int aOffset, int aRow, int aColumn, float[] b, int bOffset, int bRow,
      float[] c, int cOffset, int cRow, float alpha, boolean add) {
    int j = 0;
    for (; j <= n - 2 * LANES; j += 2 * LANES) {
      columnsByTwo(m, k, a, aOffset, aRow, aColumn, b, bOffset + j, bRow, c, cOffset + j, cRow, alpha, add);
    }
    for (; j < n; j += LANES) {
      columnsByOne(m, k, a, aOffset, aRow, aColumn, b, bOffset + j, bRow, c, cOffset + j, cRow, alpha, add, n - j);
    }
  }

  private static void columnsByTwo(int m, int k, float[] a, int aOffset, int aRow, int aColumn, float[] b, int b0,
      int bRow, float[] c, int c0, int cRow, float alpha, boolean add) {
    int i = 0;
    for (; i <= m - 8; i += 8) {
      eightByTwo(k, a, aOffset + i * aRow, aRow, aColumn, b, b0, bRow, c, c0 + i * cRow, cRow, alpha, add);
    }
    for (; i <= m - 4; i += 4) {
      fourByTwo(k, a, aOffset + i * aRow, aRow, aColumn, b, b0, bRow, c, c0 + i * cRow, cRow, alpha, add);
    }
    for (; i < m; i++) {
      oneByTwo(k, a, aOffset + i * aRow, aRow, aColumn, b, b0, bRow, c, c0 + i * cRow, cRow, alpha, add);
    }
  }

  private static void columnsByOne(int m, int k, float[] a, int aOffset, int aRow, int aColumn, float[] b, int b0,
      int bRow, float[] c, int c0, int cRow, float alpha, boolean add, int columns) {
    int i = 0;
    for (; i <= m - 8; i += 8) {
      eightByOne(k, a, aOffset + i * aRow, aRow, aColumn, b, b0, bRow, c, c0 + i * cRow, cRow, alpha, add, columns);
    }
    for (; i < m; i++) {
      oneByOne(k, a, aOffset + i * aRow, aRow, aColumn, b, b0, bRow, c, c0 + i * cRow, cRow, alpha, add, columns);
    }
  }

  private static void put(FloatVector sum, float[] c, int at, float alpha, boolean add) {
    if (add) {
      sum.fma(FloatVector.broadcast(S, alpha), FloatVector.fromArray(S, c, at)).intoArray(c, at);
    } else {
      sum.mul(alpha).intoArray(c, at);
    }
  }

  private static void put(FloatVector sum, float[] c, int at, float alpha, boolean add, VectorMask<Float> mask) {
    if (add) {
      sum.fma(FloatVector.broadcast(S, alpha), FloatVector.fromArray(S, c, at, mask)).intoArray(c, at, mask);
    } else {
      sum.mul(alpha).intoArray(c, at, mask);
    }
  }

  private static void eightByTwo(int k, float[] a, int a0, int aRow, int aColumn, float[] b, int b0, int bRow, float[] c,
      int c0, int cRow, float alpha, boolean add) {
    FloatVector z = FloatVector.zero(S);
    FloatVector s0 = z, t0 = z, s1 = z, t1 = z;
    FloatVector s2 = z, t2 = z, s3 = z, t3 = z;
    FloatVector s4 = z, t4 = z, s5 = z, t5 = z;
    FloatVector s6 = z, t6 = z, s7 = z, t7 = z;
    for (int l = 0, p = a0, q = b0; l < k; l++, p += aColumn, q += bRow) {
      FloatVector x = FloatVector.fromArray(S, b, q);
      FloatVector y = FloatVector.fromArray(S, b, q + LANES);
      FloatVector f;
      f = FloatVector.broadcast(S, a[p]);
      s0 = x.fma(f, s0);
      t0 = y.fma(f, t0);
      f = FloatVector.broadcast(S, a[p + aRow]);
      s1 = x.fma(f, s1);
      t1 = y.fma(f, t1);
      f = FloatVector.broadcast(S, a[p + 2 * aRow]);
      s2 = x.fma(f, s2);
      t2 = y.fma(f, t2);
      f = FloatVector.broadcast(S, a[p + 3 * aRow]);
      s3 = x.fma(f, s3);
      t3 = y.fma(f, t3);
      f = FloatVector.broadcast(S, a[p + 4 * aRow]);
      s4 = x.fma(f, s4);
      t4 = y.fma(f, t4);
      f = FloatVector.broadcast(S, a[p + 5 * aRow]);
      s5 = x.fma(f, s5);
      t5 = y.fma(f, t5);
      f = FloatVector.broadcast(S, a[p + 6 * aRow]);
      s6 = x.fma(f, s6);
      t6 = y.fma(f, t6);
      f = FloatVector.broadcast(S, a[p + 7 * aRow]);
      s7 = x.fma(f, s7);
      t7 = y.fma(f, t7);
    }
    put(s0, c, c0, alpha, add);
    put(t0, c, c0 + LANES, alpha, add);
    put(s1, c, c0 + cRow, alpha, add);
    put(t1, c, c0 + cRow + LANES, alpha, add);
    put(s2, c, c0 + 2 * cRow, alpha, add);
    put(t2, c, c0 + 2 * cRow + LANES, alpha, add);
    put(s3, c, c0 + 3 * cRow, alpha, add);
    put(t3, c, c0 + 3 * cRow + LANES, alpha, add);
    put(s4, c, c0 + 4 * cRow, alpha, add);
    put(t4, c, c0 + 4 * cRow + LANES, alpha, add);
    put(s5, c, c0 + 5 * cRow, alpha, add);
    put(t5, c, c0 + 5 * cRow + LANES, alpha, add);
    put(s6, c, c0 + 6 * cRow, alpha, add);
    put(t6, c, c0 + 6 * cRow + LANES, alpha, add);
    put(s7, c, c0 + 7 * cRow, alpha, add);
    put(t7, c, c0 + 7 * cRow + LANES, alpha, add);
  }

  private static void fourByTwo(int k, float[] a, int a0, int aRow, int aColumn, float[] b, int b0, int bRow, float[] c,
      int c0, int cRow, float alpha, boolean add) {
    FloatVector z = FloatVector.zero(S);
    FloatVector s0 = z, t0 = z, s1 = z, t1 = z;
    FloatVector s2 = z, t2 = z, s3 = z, t3 = z;
    for (int l = 0, p = a0, q = b0; l < k; l++, p += aColumn, q += bRow) {
      FloatVector x = FloatVector.fromArray(S, b, q);
      FloatVector y = FloatVector.fromArray(S, b, q + LANES);
      FloatVector f;
      f = FloatVector.broadcast(S, a[p]);
      s0 = x.fma(f, s0);
      t0 = y.fma(f, t0);
      f = FloatVector.broadcast(S, a[p + aRow]);
      s1 = x.fma(f, s1);
      t1 = y.fma(f, t1);
      f = FloatVector.broadcast(S, a[p + 2 * aRow]);
      s2 = x.fma(f, s2);
      t2 = y.fma(f, t2);
      f = FloatVector.broadcast(S, a[p + 3 * aRow]);
      s3 = x.fma(f, s3);
      t3 = y.fma(f, t3);
    }
    put(s0, c, c0, alpha, add);
    put(t0, c, c0 + LANES, alpha, add);
    put(s1, c, c0 + cRow, alpha, add);
    put(t1, c, c0 + cRow + LANES, alpha, add);
    put(s2, c, c0 + 2 * cRow, alpha, add);
    put(t2, c, c0 + 2 * cRow + LANES, alpha, add);
    put(s3, c, c0 + 3 * cRow, alpha, add);
    put(t3, c, c0 + 3 * cRow + LANES, alpha, add);
  }

  private static void oneByTwo(int k, float[] a, int a0, int aRow, int aColumn, float[] b, int b0, int bRow, float[] c,
      int c0, int cRow, float alpha, boolean add) {
    FloatVector z = FloatVector.zero(S);
    FloatVector s0 = z, t0 = z;
    for (int l = 0, p = a0, q = b0; l < k; l++, p += aColumn, q += bRow) {
      FloatVector x = FloatVector.fromArray(S, b, q);
      FloatVector y = FloatVector.fromArray(S, b, q + LANES);
      FloatVector f = FloatVector.broadcast(S, a[p]);
      s0 = x.fma(f, s0);
      t0 = y.fma(f, t0);
    }
    put(s0, c, c0, alpha, add);
    put(t0, c, c0 + LANES, alpha, add);
  }

  private static void eightByOne(int k, float[] a, int a0, int aRow, int aColumn, float[] b, int b0, int bRow, float[] c,
      int c0, int cRow, float alpha, boolean add, int columns) {
    VectorMask<Float> mask = S.indexInRange(0, columns); // made here: a mask that is passed on is allocated
    FloatVector z = FloatVector.zero(S);
    FloatVector s0 = z, s1 = z, s2 = z, s3 = z;
    FloatVector s4 = z, s5 = z, s6 = z, s7 = z;
    for (int l = 0, p = a0, q = b0; l < k; l++, p += aColumn, q += bRow) {
      FloatVector x = FloatVector.fromArray(S, b, q, mask);
      FloatVector f;
      f = FloatVector.broadcast(S, a[p]);
      s0 = x.fma(f, s0);
      f = FloatVector.broadcast(S, a[p + aRow]);
      s1 = x.fma(f, s1);
      f = FloatVector.broadcast(S, a[p + 2 * aRow]);
      s2 = x.fma(f, s2);
      f = FloatVector.broadcast(S, a[p + 3 * aRow]);
      s3 = x.fma(f, s3);
      f = FloatVector.broadcast(S, a[p + 4 * aRow]);
      s4 = x.fma(f, s4);
      f = FloatVector.broadcast(S, a[p + 5 * aRow]);
      s5 = x.fma(f, s5);
      f = FloatVector.broadcast(S, a[p + 6 * aRow]);
      s6 = x.fma(f, s6);
      f = FloatVector.broadcast(S, a[p + 7 * aRow]);
      s7 = x.fma(f, s7);
    }
    put(s0, c, c0, alpha, add, mask);
    put(s1, c, c0 + cRow, alpha, add, mask);
    put(s2, c, c0 + 2 * cRow, alpha, add, mask);
    put(s3, c, c0 + 3 * cRow, alpha, add, mask);
    put(s4, c, c0 + 4 * cRow, alpha, add, mask);
    put(s5, c, c0 + 5 * cRow, alpha, add, mask);
    put(s6, c, c0 + 6 * cRow, alpha, add, mask);
    put(s7, c, c0 + 7 * cRow, alpha, add, mask);
  }

  private static void oneByOne(int k, float[] a, int a0, int aRow, int aColumn, float[] b, int b0, int bRow, float[] c,
      int c0, int cRow, float alpha, boolean add, int columns) {
    VectorMask<Float> mask = S.indexInRange(0, columns); // made here: a mask that is passed on is allocated
    FloatVector s0 = FloatVector.zero(S);
    for (int l = 0, p = a0, q = b0; l < k; l++, p += aColumn, q += bRow) {
      FloatVector x = FloatVector.fromArray(S, b, q, mask);
      FloatVector f = FloatVector.broadcast(S, a[p]);
      s0 = x.fma(f, s0);
    }
    put(s0, c, c0, alpha, add, mask);
  }
}
