package io.noether.nn.molecules;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Noise on molecules: each atom type and each bond order is drawn anew, with a given probability, from how often the
 * training set has it. Does not know the order of the atoms.
 *
 * @param atomShares how often each {@link AtomType} occurs
 * @param bondShares how often each bond order occurs among all pairs
 */
public record Corruption(double[] atomShares, double[] bondShares) {
  /** Counted in molecules. */
  static Corruption of(List<MoleculeGraph> molecules) {
    double[] atoms = new double[AtomType.values().length];
    double[] bonds = new double[MoleculeGraph.BOND_KINDS];
    for (MoleculeGraph molecule : molecules) {
      for (int i = 0; i < molecule.size(); i++) {
        atoms[molecule.atoms()[i]]++;
        for (int j = 0; j < i; j++) {
          bonds[molecule.bond(i, j)]++;
        }
      }
    }
    return new Corruption(shares(atoms), shares(bonds));
  }

  /** Draws each entry anew with the probability {@code level}. */
  MoleculeGraph apply(MoleculeGraph molecule, double level, RandomGenerator random) {
    int n = molecule.size();
    byte[] atoms = molecule.atoms().clone();
    byte[] bonds = molecule.bonds().clone();
    for (int i = 0; i < n; i++) {
      if (random.nextDouble() < level) {
        atoms[i] = (byte) draw(atomShares, random);
      }
      for (int j = 0; j < i; j++) {
        if (random.nextDouble() < level) {
          bonds[i * n + j] = (byte) draw(bondShares, random);
          bonds[j * n + i] = bonds[i * n + j];
        }
      }
    }
    return new MoleculeGraph(atoms, bonds);
  }

  private static int draw(double[] shares, RandomGenerator random) {
    double u = random.nextDouble();
    int last = 0;
    for (int k = 0; k < shares.length; k++) {
      if (shares[k] > 0) {
        last = k;
        if (u < shares[k]) {
          return k;
        }
        u -= shares[k];
      }
    }
    return last; // rounding
  }

  private static double[] shares(double[] counts) {
    double total = Math.max(1, java.util.Arrays.stream(counts).sum());
    return java.util.Arrays.stream(counts).map(c -> c / total).toArray();
  }
}
