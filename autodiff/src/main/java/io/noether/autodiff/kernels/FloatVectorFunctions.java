package io.noether.autodiff.kernels;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** Scalar functions over lines of numbers. */
final class FloatVectorFunctions {
  private static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED;
  private static final int LANES = S.length();

  private FloatVectorFunctions() {}

  static void exp(int lines, int length, float[] out, int outOffset, int outStride, float[] x, int xOffset,
      int xStride) {
    for (int r = 0; r < lines; r++) {
      ExpOfFloat.line(out, outOffset + r * outStride, x, xOffset + r * xStride, length, 1);
    }
  }

  static void sigmoid(int lines, int length, float[] out, int outOffset, int outStride, float[] x, int xOffset,
      int xStride) {
    for (int r = 0; r < lines; r++) {
      int o = outOffset + r * outStride;
      ExpOfFloat.line(out, o, x, xOffset + r * xStride, length, -1);
      int k = 0;
      for (; k <= length - LANES; k += LANES) {
        FloatVector e = FloatVector.fromArray(S, out, o + k);
        FloatVector.broadcast(S, (float) 1).div(e.add((float) 1)).intoArray(out, o + k);
      }
      for (; k < length; k++) {
        out[o + k] = 1 / (1 + out[o + k]);
      }
    }
  }

  static void sqrt(int lines, int length, float[] out, int outOffset, int outStride, float[] x, int xOffset,
      int xStride) {
    for (int r = 0; r < lines; r++) {
      int o = outOffset + r * outStride;
      int i = xOffset + r * xStride;
      int k = 0;
      for (; k <= length - LANES; k += LANES) {
        FloatVector.fromArray(S, x, i + k).sqrt().intoArray(out, o + k);
      }
      for (; k < length; k++) {
        out[o + k] = (float) Math.sqrt(x[i + k]);
      }
    }
  }

  static void reciprocal(int lines, int length, float[] out, int outOffset, int outStride, float[] x, int xOffset,
      int xStride) {
    for (int r = 0; r < lines; r++) {
      int o = outOffset + r * outStride;
      int i = xOffset + r * xStride;
      int k = 0;
      for (; k <= length - LANES; k += LANES) {
        FloatVector.broadcast(S, (float) 1).div(FloatVector.fromArray(S, x, i + k)).intoArray(out, o + k);
      }
      for (; k < length; k++) {
        out[o + k] = 1 / x[i + k];
      }
    }
  }
}
