package io.noether.graphs.molecules;

import io.noether.autodiff.Execution;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntBinaryOperator;
import java.util.function.IntToDoubleFunction;
import java.util.random.RandomGenerator;

/** The decoder's scores of one molecule, and molecules made from them. */
final class MoleculeScores {
  private final MoleculeSettings settings;
  private final int size;
  private final double[] bonds;
  private final int firstPair;
  private final double[] atoms;
  private final int firstAtom;

  MoleculeScores(MoleculeSettings settings, int size, double[] bonds, int firstPair, double[] atoms,
      int firstAtom) {
    this.settings = settings;
    this.size = size;
    this.bonds = bonds;
    this.firstPair = firstPair;
    this.atoms = atoms;
    this.firstAtom = firstAtom;
  }

  /** The scores of each molecule of a batch. */
  static List<MoleculeScores> read(Execution execution, MoleculeDecoder.Scores scores, MoleculeSettings settings,
      int[] sizes) {
    int pairs = 0;
    int nodes = 0;
    for (int n : sizes) {
      pairs += n * n;
      nodes += n;
    }
    double[] bonds = new double[pairs * MoleculeGraph.BOND_KINDS];
    double[] atoms = new double[nodes * settings.types().size()];
    execution.read(scores.bonds(), bonds);
    execution.read(scores.atoms(), atoms);
    var molecules = new ArrayList<MoleculeScores>();
    int pair = 0;
    int node = 0;
    for (int n : sizes) {
      molecules.add(new MoleculeScores(settings, n, bonds, pair, atoms, node));
      pair += n * n;
      node += n;
    }
    return molecules;
  }

  int size() {
    return size;
  }

  /** The score of a bond order between two atoms. */
  double bond(int i, int j, int order) {
    return bonds[(firstPair + i * size + j) * MoleculeGraph.BOND_KINDS + order];
  }

  /** The bond order with the highest score, up to a largest one. */
  int likeliestBond(int i, int j, int largest) {
    int best = 0;
    for (int order = 1; order <= largest; order++) {
      best = bond(i, j, order) > bond(i, j, best) ? order : best;
    }
    return best;
  }

  /** Each atom's type with the highest score, as ordinals. */
  byte[] likeliestAtoms() {
    byte[] likeliest = new byte[size];
    for (int i = 0; i < size; i++) {
      int best = 0;
      for (int k = 1; k < settings.types().size(); k++) {
        best = atom(i, k) > atom(i, best) ? k : best;
      }
      likeliest[i] = (byte) settings.types().get(best).ordinal();
    }
    return likeliest;
  }

  /** The highest score for each atom and for each pair by itself: no chemistry, nothing repaired. */
  MoleculeGraph likeliest() {
    return molecule(likeliestAtoms(), (i, j) -> likeliestBond(i, j, MoleculeGraph.BOND_KINDS - 1));
  }

  /**
   * Each atom and each pair drawn by itself with the probabilities that the scores say.
   *
   * @param temperature divides the scores, above 0; above 1 unlikely choices become likelier
   */
  MoleculeGraph draw(double temperature, RandomGenerator random) {
    byte[] types = new byte[size];
    for (int i = 0; i < size; i++) {
      int atom = i;
      types[i] = (byte) settings.types().get(draw(settings.types().size(), k -> atom(atom, k) / temperature, random))
          .ordinal();
    }
    return molecule(types, (i, j) -> draw(MoleculeGraph.BOND_KINDS, order -> bond(i, j, order) / temperature, random));
  }

  private double atom(int i, int type) {
    return atoms[(firstAtom + i) * settings.types().size() + type];
  }

  private MoleculeGraph molecule(byte[] types, IntBinaryOperator order) {
    byte[] orders = new byte[size * size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < i; j++) {
        orders[i * size + j] = (byte) order.applyAsInt(i, j);
        orders[j * size + i] = orders[i * size + j];
      }
    }
    return new MoleculeGraph(types, orders);
  }

  private static int draw(int kinds, IntToDoubleFunction score, RandomGenerator random) {
    double[] weights = new double[kinds];
    double largest = Double.NEGATIVE_INFINITY;
    for (int k = 0; k < kinds; k++) {
      weights[k] = score.applyAsDouble(k);
      largest = Math.max(largest, weights[k]);
    }
    for (int k = 0; k < kinds; k++) {
      weights[k] = Math.exp(weights[k] - largest);
    }
    return Corruption.draw(weights, random);
  }
}
