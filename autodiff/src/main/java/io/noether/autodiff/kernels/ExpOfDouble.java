package io.noether.autodiff.kernels;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * e^x in double precision: x = k·ln 2 + r with |r| ≤ ln 2 / 2, the Taylor polynomial of e^r to degree 13 (relative
 * error below 5e-18), times 2^k put into the exponent bits. Only operations that IEEE 754 defines to the last bit, so
 * compiled and interpreted code agree; {@code lanewise(EXP)} does not promise that. Results below 1e-30 are flushed to
 * zero: denormal operands slow multiplications a hundredfold on some processors.
 */
final class ExpOfDouble {
  private static final VectorSpecies<Double> S = DoubleVector.SPECIES_PREFERRED;

  /** 1.5·2^52: adding it rounds to an integer, which then stands in the low bits. */
  private static final double ROUND = 6755399441055744.0;

  private static final long BIAS = 1023 - Double.doubleToRawLongBits(ROUND);
  private static final double LOG2_E = 1.4426950408889634;
  /** The leading bits of ln 2, so that k·LN2_HIGH is exact, and the rest. */
  private static final double LN2_HIGH = 0.693147180369123816490;

  private static final double LN2_LOW = 1.90821492927058770002e-10;
  private static final double FLUSHED_BELOW = -69;
  private static final double INFINITE_ABOVE = 709.78;

  private ExpOfDouble() {}

  /**
   * out = e^(sign·x) for a line of numbers. The loop and the polynomial are one method: a method that returned a vector
   * would have it boxed wherever C2 decides not to inline it.
   *
   * @param sign 1 or -1
   */
  static void line(double[] out, int to, double[] in, int from, int length, double sign) {
    int n = 0;
    for (; n <= length - S.length(); n += S.length()) {
      DoubleVector x = DoubleVector.fromArray(S, in, from + n).mul(sign);
      DoubleVector bounded = x.max(FLUSHED_BELOW).min(709.7);
      DoubleVector rounded = bounded.fma(DoubleVector.broadcast(S, LOG2_E), DoubleVector.broadcast(S, ROUND));
      DoubleVector k = rounded.sub(ROUND);
      DoubleVector r = k.fma(DoubleVector.broadcast(S, -LN2_HIGH), bounded);
      r = k.fma(DoubleVector.broadcast(S, -LN2_LOW), r);
      DoubleVector p = r.mul(1 / 6227020800.0).add(1 / 479001600.0);
      p = p.fma(r, DoubleVector.broadcast(S, 1 / 39916800.0));
      p = p.fma(r, DoubleVector.broadcast(S, 1 / 3628800.0));
      p = p.fma(r, DoubleVector.broadcast(S, 1 / 362880.0));
      p = p.fma(r, DoubleVector.broadcast(S, 1 / 40320.0));
      p = p.fma(r, DoubleVector.broadcast(S, 1 / 5040.0));
      p = p.fma(r, DoubleVector.broadcast(S, 1 / 720.0));
      p = p.fma(r, DoubleVector.broadcast(S, 1 / 120.0));
      p = p.fma(r, DoubleVector.broadcast(S, 1 / 24.0));
      p = p.fma(r, DoubleVector.broadcast(S, 1 / 6.0));
      p = p.fma(r, DoubleVector.broadcast(S, 1 / 2.0));
      p = p.fma(r, DoubleVector.broadcast(S, 1.0));
      p = p.fma(r, DoubleVector.broadcast(S, 1.0));
      LongVector exponent = rounded.reinterpretAsLongs().add(BIAS).lanewise(VectorOperators.LSHL, 52);
      DoubleVector power = p.mul(exponent.reinterpretAsDoubles());
      power.blend(0.0, x.compare(VectorOperators.LT, FLUSHED_BELOW))
          .blend(Double.POSITIVE_INFINITY, x.compare(VectorOperators.GT, INFINITE_ABOVE)).intoArray(out, to + n);
    }
    for (; n < length; n++) {
      out[to + n] = scalar(sign * in[from + n]);
    }
  }

  private static double scalar(double x) {
    if (x < FLUSHED_BELOW) {
      return 0;
    }
    if (x > INFINITE_ABOVE) {
      return Double.POSITIVE_INFINITY;
    }
    double bounded = Math.min(x, 709.7);
    double rounded = Math.fma(bounded, LOG2_E, ROUND);
    double k = rounded - ROUND;
    double r = Math.fma(k, -LN2_LOW, Math.fma(k, -LN2_HIGH, bounded));
    double p = r * (1 / 6227020800.0) + 1 / 479001600.0;
    p = Math.fma(p, r, 1 / 39916800.0);
    p = Math.fma(p, r, 1 / 3628800.0);
    p = Math.fma(p, r, 1 / 362880.0);
    p = Math.fma(p, r, 1 / 40320.0);
    p = Math.fma(p, r, 1 / 5040.0);
    p = Math.fma(p, r, 1 / 720.0);
    p = Math.fma(p, r, 1 / 120.0);
    p = Math.fma(p, r, 1 / 24.0);
    p = Math.fma(p, r, 1 / 6.0);
    p = Math.fma(p, r, 1 / 2.0);
    p = Math.fma(p, r, 1.0);
    p = Math.fma(p, r, 1.0);
    return p * Double.longBitsToDouble((Double.doubleToRawLongBits(rounded) + BIAS) << 52);
  }
}
