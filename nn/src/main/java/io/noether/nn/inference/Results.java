package io.noether.nn.inference;

/** Memory for the numbers of a batch; arrays may be longer than it needs. */
final class Results {
  /** Without references, eV. */
  double[] atomicEnergies = {};
  /** Three for each atom, eV/Å. */
  double[] forces = {};
  /** Nine for each structure, eV. */
  double[] strainDerivatives = {};

  /** Makes room. Numbers there may be lost. */
  void reserve(int atoms, int structures) {
    if (atomicEnergies.length < atoms) {
      int capacity = Math.addExact(atoms, atoms / 4);
      atomicEnergies = new double[capacity];
      forces = new double[Math.multiplyExact(3, capacity)];
    }
    if (strainDerivatives.length < 9 * structures) {
      strainDerivatives = new double[Math.multiplyExact(9, structures + structures / 4)];
    }
  }
}
