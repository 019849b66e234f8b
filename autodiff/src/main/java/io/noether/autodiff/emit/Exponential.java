package io.noether.autodiff.emit;

import java.util.List;
import java.util.stream.IntStream;

/**
 * How e^x is computed: x = k·ln 2 + r with |r| ≤ ln 2 / 2, the Taylor polynomial of e^r, times 2^k put into the exponent
 * bits. Only operations that IEEE 754 defines to the last bit, so compiled and interpreted, scalar and vector code agree;
 * {@code lanewise(EXP)} does not promise that. Results below 1e-30 are flushed to zero: denormal operands slow
 * multiplications a hundredfold on some processors.
 *
 * @param round adding it rounds to an integer, which then stands in the low bits
 * @param ln2High the leading bits of ln 2, so that k·ln2High is exact
 * @param ln2Low the rest of ln 2
 * @param degree of the polynomial; relative error 3e-9 in single, 5e-18 in double precision
 * @param infiniteAbove where 2^k would not be finite
 * @param mantissaBits of a number of the precision
 * @param bias brings the low bits of a rounded number to what the exponent bits should be
 */
record Exponential(double round, double ln2High, double ln2Low, int degree, double infiniteAbove, int mantissaBits,
    long bias) {
  static final double LOG2_E = 1.4426950408889634;
  static final double ZERO_BELOW = -69;

  static final Exponential FLOAT = new Exponential(0x1.8p23, 0.693359375, -2.12194440e-4, 7, 88.37, 23,
      127 - Float.floatToRawIntBits(0x1.8p23f));
  static final Exponential DOUBLE = new Exponential(0x1.8p52, 0.693147180369123816490, 1.90821492927058770002e-10, 13,
      709.43, 52, 1023 - Double.doubleToRawLongBits(0x1.8p52));

  /** 1/degree!, ..., 1/1!, 1/0!: the polynomial's coefficients, the highest power's first. */
  List<Double> coefficients() {
    return IntStream.rangeClosed(0, degree)
        .mapToObj(i -> 1 / IntStream.rangeClosed(1, degree - i).asDoubleStream().reduce(1, (a, b) -> a * b)).toList();
  }
}
