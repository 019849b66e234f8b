package io.noether.dynamics.potentials;

/** Silicon: F. H. Stillinger and T. A. Weber, Phys. Rev. B 31, 5262 (1985). Smooth at its cutoff of 3.77 Å. */
public final class StillingerWeber extends EdgePotential {
  private static final double EPSILON = 2.16826; // eV
  private static final double SIGMA = 2.0951; // Å
  private static final double A = 7.049556277;
  private static final double B = 0.6022245584;
  private static final double REACH = 1.8;
  private static final double LAMBDA = 21;
  private static final double GAMMA = 1.2;

  public StillingerWeber() {
    super(REACH * SIGMA);
  }

  @Override
  protected double atomicEnergy(double[] r, int from, int to, double[] slopes) {
    double energy = 0;
    for (int e = from; e < to; e++) {
      double d = length(r, e) / SIGMA;
      double fade = Math.exp(1 / (d - REACH));
      double shape = A * (B * Math.pow(d, -4) - 1);
      energy += EPSILON / 2 * shape * fade;
      double slope = EPSILON / 2 * fade * (-4 * A * B * Math.pow(d, -5) - shape / ((d - REACH) * (d - REACH)));
      for (int axis = 0; axis < 3; axis++) {
        slopes[3 * e + axis] = slope * r[3 * e + axis] / (d * SIGMA * SIGMA);
      }
    }
    for (int e = from; e < to; e++) {
      for (int f = from; f < e; f++) {
        energy += angle(r, e, f, slopes);
      }
    }
    return energy;
  }

  /** λε exp(γ/(r-a) + γ/(s-a)) (cos + 1/3)². */
  private static double angle(double[] r, int e, int f, double[] slopes) {
    double d = length(r, e);
    double s = length(r, f);
    double x = d / SIGMA - REACH;
    double y = s / SIGMA - REACH;
    double cosine = (r[3 * e] * r[3 * f] + r[3 * e + 1] * r[3 * f + 1] + r[3 * e + 2] * r[3 * f + 2]) / (d * s);
    double strength = LAMBDA * EPSILON * Math.exp(GAMMA / x + GAMMA / y);
    double off = cosine + 1.0 / 3;
    double bend = 2 * strength * off;
    double stretchE = -GAMMA / (SIGMA * x * x) * strength * off * off;
    double stretchF = -GAMMA / (SIGMA * y * y) * strength * off * off;
    for (int a = 0; a < 3; a++) {
      double u = r[3 * e + a] / d;
      double v = r[3 * f + a] / s;
      slopes[3 * e + a] += stretchE * u + bend * (v - cosine * u) / d;
      slopes[3 * f + a] += stretchF * v + bend * (u - cosine * v) / s;
    }
    return strength * off * off;
  }
}
