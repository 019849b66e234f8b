package io.noether.autodiff.kernels;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/**
 * Register blocks of a matrix product: up to eight rows by two vectors of columns stay in registers over the whole
 * inner dimension, so that each loaded vector of B serves eight rows. Spelled out, with no helper to call and nothing
 * to choose inside, because C2 keeps a vector in a register only while it is a local variable of one method: a shared
 * method for storing the result cost 2.6 MB of boxed vectors a call. Masked blocks have four rows: C1 has no registers
 * for eight, and what C1 does not compile never reaches C2.
 */
final class FloatVectorBlocks {
  private static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED;
  private static final int LANES = S.length();

  private FloatVectorBlocks() {}

  static void eightByTwo(int k, float[] a, int a0, int aRow, int aColumn, float[] b, int b0, int bRow, float[] c,
      int c0, int cRow, float alpha) {
    FloatVector z = FloatVector.zero(S);
    FloatVector s0 = z, t0 = z, s1 = z, t1 = z, s2 = z, t2 = z, s3 = z, t3 = z;
    FloatVector s4 = z, t4 = z, s5 = z, t5 = z, s6 = z, t6 = z, s7 = z, t7 = z;
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
    s0.mul(alpha).intoArray(c, c0);
    t0.mul(alpha).intoArray(c, c0 + LANES);
    s1.mul(alpha).intoArray(c, c0 + cRow);
    t1.mul(alpha).intoArray(c, c0 + cRow + LANES);
    s2.mul(alpha).intoArray(c, c0 + 2 * cRow);
    t2.mul(alpha).intoArray(c, c0 + 2 * cRow + LANES);
    s3.mul(alpha).intoArray(c, c0 + 3 * cRow);
    t3.mul(alpha).intoArray(c, c0 + 3 * cRow + LANES);
    s4.mul(alpha).intoArray(c, c0 + 4 * cRow);
    t4.mul(alpha).intoArray(c, c0 + 4 * cRow + LANES);
    s5.mul(alpha).intoArray(c, c0 + 5 * cRow);
    t5.mul(alpha).intoArray(c, c0 + 5 * cRow + LANES);
    s6.mul(alpha).intoArray(c, c0 + 6 * cRow);
    t6.mul(alpha).intoArray(c, c0 + 6 * cRow + LANES);
    s7.mul(alpha).intoArray(c, c0 + 7 * cRow);
    t7.mul(alpha).intoArray(c, c0 + 7 * cRow + LANES);
  }

  static void fourByTwo(int k, float[] a, int a0, int aRow, int aColumn, float[] b, int b0, int bRow, float[] c, int c0,
      int cRow, float alpha) {
    FloatVector z = FloatVector.zero(S);
    FloatVector s0 = z, t0 = z, s1 = z, t1 = z, s2 = z, t2 = z, s3 = z, t3 = z;
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
    s0.mul(alpha).intoArray(c, c0);
    t0.mul(alpha).intoArray(c, c0 + LANES);
    s1.mul(alpha).intoArray(c, c0 + cRow);
    t1.mul(alpha).intoArray(c, c0 + cRow + LANES);
    s2.mul(alpha).intoArray(c, c0 + 2 * cRow);
    t2.mul(alpha).intoArray(c, c0 + 2 * cRow + LANES);
    s3.mul(alpha).intoArray(c, c0 + 3 * cRow);
    t3.mul(alpha).intoArray(c, c0 + 3 * cRow + LANES);
  }

  static void oneByTwo(int k, float[] a, int a0, int aRow, int aColumn, float[] b, int b0, int bRow, float[] c, int c0,
      int cRow, float alpha) {
    FloatVector s0 = FloatVector.zero(S);
    FloatVector t0 = FloatVector.zero(S);
    for (int l = 0, p = a0, q = b0; l < k; l++, p += aColumn, q += bRow) {
      FloatVector x = FloatVector.fromArray(S, b, q);
      FloatVector y = FloatVector.fromArray(S, b, q + LANES);
      FloatVector f = FloatVector.broadcast(S, a[p]);
      s0 = x.fma(f, s0);
      t0 = y.fma(f, t0);
    }
    s0.mul(alpha).intoArray(c, c0);
    t0.mul(alpha).intoArray(c, c0 + LANES);
  }

  static void eightByOne(int k, float[] a, int a0, int aRow, int aColumn, float[] b, int b0, int bRow, float[] c,
      int c0, int cRow, float alpha) {
    FloatVector z = FloatVector.zero(S);
    FloatVector s0 = z, s1 = z, s2 = z, s3 = z, s4 = z, s5 = z, s6 = z, s7 = z;
    for (int l = 0, p = a0, q = b0; l < k; l++, p += aColumn, q += bRow) {
      FloatVector x = FloatVector.fromArray(S, b, q);
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
    s0.mul(alpha).intoArray(c, c0);
    s1.mul(alpha).intoArray(c, c0 + cRow);
    s2.mul(alpha).intoArray(c, c0 + 2 * cRow);
    s3.mul(alpha).intoArray(c, c0 + 3 * cRow);
    s4.mul(alpha).intoArray(c, c0 + 4 * cRow);
    s5.mul(alpha).intoArray(c, c0 + 5 * cRow);
    s6.mul(alpha).intoArray(c, c0 + 6 * cRow);
    s7.mul(alpha).intoArray(c, c0 + 7 * cRow);
  }

  static void oneByOne(int k, float[] a, int a0, int aRow, int aColumn, float[] b, int b0, int bRow, float[] c, int c0,
      int cRow, float alpha) {
    FloatVector s0 = FloatVector.zero(S);
    for (int l = 0, p = a0, q = b0; l < k; l++, p += aColumn, q += bRow) {
      FloatVector x = FloatVector.fromArray(S, b, q);
      FloatVector f = FloatVector.broadcast(S, a[p]);
      s0 = x.fma(f, s0);
    }
    s0.mul(alpha).intoArray(c, c0);
  }

  static void fourMasked(int k, float[] a, int a0, int aRow, int aColumn, float[] b, int b0, int bRow, float[] c,
      int c0, int cRow, float alpha, int columns) {
    VectorMask<Float> mask = S.indexInRange(0, columns); // made here: a mask that is passed on is allocated
    FloatVector z = FloatVector.zero(S);
    FloatVector s0 = z, s1 = z, s2 = z, s3 = z;
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
    }
    s0.mul(alpha).intoArray(c, c0, mask);
    s1.mul(alpha).intoArray(c, c0 + cRow, mask);
    s2.mul(alpha).intoArray(c, c0 + 2 * cRow, mask);
    s3.mul(alpha).intoArray(c, c0 + 3 * cRow, mask);
  }

  static void oneMasked(int k, float[] a, int a0, int aRow, int aColumn, float[] b, int b0, int bRow, float[] c, int c0,
      int cRow, float alpha, int columns) {
    VectorMask<Float> mask = S.indexInRange(0, columns); // made here: a mask that is passed on is allocated
    FloatVector s0 = FloatVector.zero(S);
    for (int l = 0, p = a0, q = b0; l < k; l++, p += aColumn, q += bRow) {
      FloatVector x = FloatVector.fromArray(S, b, q, mask);
      FloatVector f = FloatVector.broadcast(S, a[p]);
      s0 = x.fma(f, s0);
    }
    s0.mul(alpha).intoArray(c, c0, mask);
  }
}
