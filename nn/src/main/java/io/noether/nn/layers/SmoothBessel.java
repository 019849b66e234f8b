package io.noether.nn.layers;

import io.noether.autodiff.Function;
import io.noether.autodiff.Tensor;
import java.util.stream.IntStream;

/**
 * The smooth spherical Bessel functions of order zero (Kocer, Mason and Erturk, "A novel approach to describe chemical
 * environments in high-dimensional neural network potentials", J. Chem. Phys. 150, 154102 (2019), eqs 9 to 14), as matgl
 * has them: f_m is the sum of sinc((m+1)θ) and sinc((m+2)θ) with θ = πr/rc, which vanishes at the cutoff together with
 * its slope, and the g_m are the f_m made orthonormal. Both steps are linear and known beforehand, so a basis of n
 * functions is one constant matrix on n + 1 sincs.
 */
final class SmoothBessel {
  private SmoothBessel() {}

  /** g_0 … g_(count-1) at distances r above zero, Å. */
  static Tensor expand(Tensor r, int count, double cutoff) {
    double[] frequencies = IntStream.rangeClosed(1, count + 1).mapToDouble(k -> k * Math.PI / cutoff).toArray();
    Tensor x = r.expand("->k", count + 1).times(r.graph().constant(frequencies, count + 1));
    Tensor sinc = x.apply(Function.SIN).times(x.reciprocal());
    return r.graph().contract("k,kn->n", sinc, r.graph().constant(matrix(count, cutoff), count + 1, count));
  }

  /** Row k holds what sinc((k+1)θ) gives to each g. */
  private static double[] matrix(int count, double cutoff) {
    double[] g = new double[(count + 1) * count];
    double d = 1;
    for (int m = 0; m < count; m++) {
      double lower = m + 1;
      double upper = m + 2;
      double f = (m % 2 == 0 ? 1 : -1) * Math.sqrt(2) * Math.PI / Math.pow(cutoff, 1.5) * lower * upper
          / Math.hypot(lower, upper);
      double e = Math.pow(m * upper, 2) / (4 * Math.pow(lower, 4) + 1);
      double mixing = Math.sqrt(e / d);
      d = 1 - e / d; // for m = 0 it stays 1
      for (int k = 0; k <= count; k++) {
        double own = k == m || k == m + 1 ? f : 0;
        double before = m == 0 ? 0 : g[k * count + m - 1];
        g[k * count + m] = (own + mixing * before) / Math.sqrt(d);
      }
    }
    return g;
  }
}
