package io.noether.nn.molecules;

import io.noether.autodiff.Execution;
import java.util.ArrayList;
import java.util.List;

/** The decoder's scores of one molecule, and molecules made from them. */
final class MoleculeScores {
  private final MoleculeSettings settings;
  private final int size;
  private final double[] bonds;
  private final int firstPair;
  private final double[] atoms;
  private final int firstAtom;

  private MoleculeScores(MoleculeSettings settings, int size, double[] bonds, int firstPair, double[] atoms,
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
    int types = settings.types().size();
    byte[] likeliest = new byte[size];
    for (int i = 0; i < size; i++) {
      int row = (firstAtom + i) * types;
      int best = 0;
      for (int k = 1; k < types; k++) {
        best = atoms[row + k] > atoms[row + best] ? k : best;
      }
      likeliest[i] = (byte) settings.types().get(best).ordinal();
    }
    return likeliest;
  }

  /** The highest score for each atom and for each pair by itself: no chemistry, nothing repaired. */
  MoleculeGraph likeliest() {
    byte[] orders = new byte[size * size];
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < i; j++) {
        orders[i * size + j] = (byte) likeliestBond(i, j, MoleculeGraph.BOND_KINDS - 1);
        orders[j * size + i] = orders[i * size + j];
      }
    }
    return new MoleculeGraph(likeliestAtoms(), orders);
  }
}
