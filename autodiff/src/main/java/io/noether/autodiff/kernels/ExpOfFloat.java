package io.noether.autodiff.kernels;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * e^x in single precision: x = k·ln 2 + r with |r| ≤ ln 2 / 2, the Taylor polynomial of e^r to degree 7 (relative error
 * below 3e-9), times 2^k put into the exponent bits. Only operations that IEEE 754 defines to the last bit, so compiled
 * and interpreted code agree; {@code lanewise(EXP)} does not promise that. Results below 1e-30 are flushed to zero:
 * denormal operands slow multiplications a hundredfold on some processors.
 */
final class ExpOfFloat {
  private static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED;

  /** 1.5·2^23: adding it rounds to an integer, which then stands in the low bits. */
  private static final float ROUND = 12582912f;

  private static final int BIAS = 127 - Float.floatToRawIntBits(ROUND);
  private static final float LOG2_E = 1.44269504f;
  /** The leading bits of ln 2, so that k·LN2_HIGH is exact, and the rest. */
  private static final float LN2_HIGH = 0.693359375f;

  private static final float LN2_LOW = -2.12194440e-4f;
  private static final float FLUSHED_BELOW = -69f;
  private static final float INFINITE_ABOVE = 88.72f;

  private ExpOfFloat() {}

  /**
   * out = e^(sign·x) for a line of numbers. The loop and the polynomial are one method: a method that returned a vector
   * would have it boxed wherever C2 decides not to inline it.
   *
   * @param sign 1 or -1
   */
  static void line(float[] out, int to, float[] in, int from, int length, float sign) {
    int n = 0;
    for (; n <= length - S.length(); n += S.length()) {
      FloatVector x = FloatVector.fromArray(S, in, from + n).mul(sign);
      FloatVector bounded = x.max(FLUSHED_BELOW).min(88f);
      FloatVector rounded = bounded.fma(FloatVector.broadcast(S, LOG2_E), FloatVector.broadcast(S, ROUND));
      FloatVector k = rounded.sub(ROUND);
      FloatVector r = k.fma(FloatVector.broadcast(S, -LN2_HIGH), bounded);
      r = k.fma(FloatVector.broadcast(S, -LN2_LOW), r);
      FloatVector p = r.mul(1 / 5040f).add(1 / 720f);
      p = p.fma(r, FloatVector.broadcast(S, 1 / 120f));
      p = p.fma(r, FloatVector.broadcast(S, 1 / 24f));
      p = p.fma(r, FloatVector.broadcast(S, 1 / 6f));
      p = p.fma(r, FloatVector.broadcast(S, 0.5f));
      p = p.fma(r, FloatVector.broadcast(S, 1f));
      p = p.fma(r, FloatVector.broadcast(S, 1f));
      IntVector exponent = rounded.reinterpretAsInts().add(BIAS).lanewise(VectorOperators.LSHL, 23);
      FloatVector power = p.mul(exponent.reinterpretAsFloats());
      power.blend(0f, x.compare(VectorOperators.LT, FLUSHED_BELOW))
          .blend(Float.POSITIVE_INFINITY, x.compare(VectorOperators.GT, INFINITE_ABOVE)).intoArray(out, to + n);
    }
    for (; n < length; n++) {
      out[to + n] = scalar(sign * in[from + n]);
    }
  }

  private static float scalar(float x) {
    if (x < FLUSHED_BELOW) {
      return 0;
    }
    if (x > INFINITE_ABOVE) {
      return Float.POSITIVE_INFINITY;
    }
    float bounded = Math.min(x, 88f);
    float rounded = Math.fma(bounded, LOG2_E, ROUND);
    float k = rounded - ROUND;
    float r = Math.fma(k, -LN2_LOW, Math.fma(k, -LN2_HIGH, bounded));
    float p = r * (1 / 5040f) + 1 / 720f;
    p = Math.fma(p, r, 1 / 120f);
    p = Math.fma(p, r, 1 / 24f);
    p = Math.fma(p, r, 1 / 6f);
    p = Math.fma(p, r, 0.5f);
    p = Math.fma(p, r, 1f);
    p = Math.fma(p, r, 1f);
    return p * Float.intBitsToFloat((Float.floatToRawIntBits(rounded) + BIAS) << 23);
  }
}
