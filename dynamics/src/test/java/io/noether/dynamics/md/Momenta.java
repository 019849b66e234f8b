package io.noether.dynamics.md;

/** Sums over atoms that should stay zero. */
final class Momenta {
  private Momenta() {}

  /** |Σ m v|, amu Å/fs. */
  static double linear(MolecularDynamics md) {
    return length(sum(md, false));
  }

  /** |Σ m r × v|, amu Å²/fs. */
  static double angular(MolecularDynamics md) {
    return length(sum(md, true));
  }

  private static double[] sum(MolecularDynamics md, boolean angular) {
    var state = md.state();
    double[] sum = new double[3];
    for (int atom = 0; atom < state.structure().size(); atom++) {
      double mass = state.structure().element(atom).mass();
      for (int axis = 0; axis < 3; axis++) {
        int next = (axis + 1) % 3;
        int last = (axis + 2) % 3;
        sum[axis] += mass * (angular
            ? state.structure().position(atom, next) * state.velocities()[3 * atom + last]
                - state.structure().position(atom, last) * state.velocities()[3 * atom + next]
            : state.velocities()[3 * atom + axis]);
      }
    }
    return sum;
  }

  private static double length(double[] v) {
    return Math.sqrt(v[0] * v[0] + v[1] * v[1] + v[2] * v[2]);
  }
}
