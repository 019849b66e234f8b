package io.noether.graphs.molecules;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Noise on molecules: each atom type and each bond order is drawn anew, with a given probability (the level), from how
 * often the training set has it. The order of the atoms has no influence.
 *
 * @param atomShares how often each {@link AtomType} occurs
 * @param bondShares how often each bond order occurs among all pairs
 */
public record Corruption(double[] atomShares, double[] bondShares) {
  /** Counts how often atom types and bond orders occur in molecules. */
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
    return molecule.map(type -> random.nextDouble() < level ? draw(atomShares, random) : type,
        order -> random.nextDouble() < level ? draw(bondShares, random) : order);
  }

  /** A molecule that is nothing but noise. */
  MoleculeGraph noise(int size, RandomGenerator random) {
    return apply(new MoleculeGraph(new byte[size], new byte[size * size]), 1, random);
  }

  /**
   * A molecule at a lower level of corruption, given a guess of the clean one: each entry from its law given the entry
   * at the higher level and the guess (Austin et al., Structured denoising diffusion models in discrete state-spaces,
   * 2021).
   *
   * @param from the level of {@code corrupted}
   * @param to a lower level
   */
  MoleculeGraph lower(MoleculeGraph corrupted, double from, MoleculeGraph guess, double to, RandomGenerator random) {
    double kept = (1 - from) / (1 - to); // chance that an entry survives from one level to the other
    return corrupted.combine(guess, (now, clean) -> between(atomShares, now, clean, kept, to, random),
        (now, clean) -> between(bondShares, now, clean, kept, to, random));
  }

  private static int between(double[] shares, int now, int clean, double kept, double to, RandomGenerator random) {
    double[] weights = new double[shares.length];
    for (int k = 0; k < shares.length; k++) {
      double toNow = (k == now ? kept : 0) + (1 - kept) * shares[now];
      weights[k] = toNow * ((k == clean ? 1 - to : 0) + to * shares[k]);
    }
    return draw(weights, random);
  }

  /** A number drawn with probabilities that go as these weights, which need not add up to one. */
  static int draw(double[] weights, RandomGenerator random) {
    double total = 0;
    for (double weight : weights) {
      total += weight;
    }
    double u = total * random.nextDouble();
    int last = 0;
    for (int k = 0; k < weights.length; k++) {
      if (weights[k] > 0) {
        last = k;
        if (u < weights[k]) {
          return k;
        }
        u -= weights[k];
      }
    }
    return last; // rounding
  }

  private static double[] shares(double[] counts) {
    double total = Math.max(1, Arrays.stream(counts).sum());
    return Arrays.stream(counts).map(c -> c / total).toArray();
  }
}
