package io.noether.dynamics.md;

import java.util.random.RandomGenerator;

/**
 * One change of the cell by {@link Npt}, in λ = √V, whose noise does not depend on V. With r = Ls and p = π/L, the
 * density of (s, π, λ) is exp(-W/kT) with W = K + U + P₀V - kT (2g + 1) ln λ; the exponent g = (3N - N_f)/3 is there
 * because positions are 3N numbers but momenta only N_f, the total momentum being zero. λ moves by overdamped Langevin
 * dynamics on W with D = kTβ/(4τ), by one step of Euler and Maruyama.
 *
 * @param npt the barostat
 * @param kT eV
 * @param excess g
 * @param time since the last change, fs
 */
record CellRescaling(Npt npt, double kT, double excess, double time) {
  /**
   * The next λ.
   *
   * @param slope -dW/dλ / kT
   */
  double next(double lambda, double slope, RandomGenerator random) {
    double d = diffusion();
    return lambda + d * slope + Math.sqrt(2 * d) * random.nextGaussian();
  }

  /**
   * -dW/dλ / kT, where dV = 2λ dλ.
   *
   * @param pressure 2K/3V - dU/dV, eV/Å³
   */
  double slope(double lambda, double pressure) {
    return 2 * lambda * (pressure - npt.pressure()) / kT + (2 * excess + 1) / lambda;
  }

  /**
   * What the change does to the conserved quantity, eV: the change of W and kT times the logarithm of the probability to
   * be moved so over that to be moved back. Zero for infinitely short times.
   *
   * @param energy change of K + U, eV
   */
  double error(double from, double to, double energy, double slopeBefore, double slopeAfter) {
    double move = to - from;
    double w = energy + npt.pressure() * (to * to - from * from) - kT * (2 * excess + 1) * StrictMath.log(to / from);
    double ratio = move * (slopeBefore + slopeAfter) / 2
        + diffusion() * (slopeAfter * slopeAfter - slopeBefore * slopeBefore) / 4;
    return w + kT * ratio;
  }

  /** D · time. */
  private double diffusion() {
    return kT * npt.compressibility() / (4 * npt.tau()) * time;
  }
}
