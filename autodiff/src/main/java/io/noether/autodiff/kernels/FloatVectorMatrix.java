package io.noether.autodiff.kernels;

import io.noether.autodiff.Precision;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** Matrix products in the widest vectors of the processor. */
final class FloatVectorMatrix {
  private static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED;
  /** AVX-512 has 32 vector registers; other processors are taken for AVX, which has 16. */
  private static final int REGISTERS = S.vectorBitSize() == 512 ? 32 : 16;
  private static final Precision PRECISION = Float.BYTES == 4 ? Precision.FLOAT32 : Precision.FLOAT64;
  private static final MatrixProduct PRODUCT = new MatrixProduct(PRECISION, S.length(), REGISTERS);

  private FloatVectorMatrix() {}

  /** C (+)= alpha · A·B, see {@link Kernels#matrixProduct}. */
  static void product(int m, int n, int k, float[] a, int aOffset, int aRow, int aColumn, float[] b, int bOffset,
      int bRow, float[] c, int cOffset, int cRow, float alpha, boolean add) {
    PRODUCT.run(m, n, k, a, aOffset, aRow, aColumn, b, bOffset, bRow, c, cOffset, cRow, alpha, add);
  }
}
