package io.noether.nn.inference;

/** The numbers that a program computes for a batch. The arrays may be longer than the batch needs. */
final class Results {
  /** Without references, eV. */
  double[] atomicEnergies = {};
  /** Three for each atom, eV/Å. */
  double[] forces = {};
  /** Nine for each structure, eV. */
  double[] strainDerivatives = {};

  /** Makes the arrays large enough for so many atoms and structures; what they held may be lost. */
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
