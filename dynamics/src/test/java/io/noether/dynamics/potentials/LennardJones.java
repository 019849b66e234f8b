package io.noether.dynamics.potentials;

/** 4ε((σ/r)¹² - (σ/r)⁶) with ε = 1 eV, σ = 1 Å, cut off. */
public final class LennardJones extends EdgePotential {
  public LennardJones(double cutoff) {
    super(cutoff);
  }

  @Override
  protected double atomicEnergy(double[] r, int from, int to, double[] slopes) {
    double energy = 0;
    for (int e = from; e < to; e++) {
      double d = length(r, e);
      double six = Math.pow(d, -6);
      energy += 2 * (six * six - six);
      for (int axis = 0; axis < 3; axis++) {
        slopes[3 * e + axis] = 2 * (-12 * six * six + 6 * six) / (d * d) * r[3 * e + axis];
      }
    }
    return energy;
  }
}
