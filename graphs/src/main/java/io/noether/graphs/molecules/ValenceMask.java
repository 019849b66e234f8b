package io.noether.graphs.molecules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Reads scores under the rules of valence: bonds are accepted in the order of their confidence, each with the likeliest
 * order that both atoms have room for; then pieces are joined by the likeliest single bonds, while there is room.
 */
final class ValenceMask {
  private final MoleculeScores scores;
  private final int size;
  private final byte[] atoms;
  private final byte[] bonds;
  private final int[] room;

  private record Candidate(int i, int j, double confidence) {}

  private ValenceMask(MoleculeScores scores) {
    this.scores = scores;
    size = scores.size();
    atoms = scores.likeliestAtoms();
    bonds = new byte[size * size];
    room = new int[size];
    for (int i = 0; i < size; i++) {
      room[i] = AtomType.of(atoms[i]).largestValence();
    }
  }

  /** A molecule whose valences are possible. */
  static MoleculeGraph read(MoleculeScores scores) {
    var mask = new ValenceMask(scores);
    mask.acceptBonds();
    return mask.joinPieces();
  }

  private void acceptBonds() {
    for (Candidate c : candidates()) {
      int order = scores.likeliestBond(c.i, c.j, Math.min(3, Math.min(room[c.i], room[c.j])));
      if (order > 0) {
        add(c, order);
      }
    }
  }

  private MoleculeGraph joinPieces() {
    var molecule = new MoleculeGraph(atoms, bonds);
    boolean changed = true;
    while (changed && !molecule.connected()) {
      changed = false;
      for (Candidate c : candidates()) {
        if (room[c.i] > 0 && room[c.j] > 0 && !linked(c.i, c.j)) {
          add(c, 1);
          molecule = new MoleculeGraph(atoms, bonds);
          changed = true;
          break;
        }
      }
    }
    return molecule;
  }

  private void add(Candidate c, int order) {
    bonds[c.i * size + c.j] = (byte) order;
    bonds[c.j * size + c.i] = (byte) order;
    room[c.i] -= order;
    room[c.j] -= order;
  }

  /** Pairs without a bond, the most confident first: by how much its best order beats having no bond. */
  private List<Candidate> candidates() {
    var candidates = new ArrayList<Candidate>();
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < i; j++) {
        if (bonds[i * size + j] == 0) {
          double best = Math.max(scores.bond(i, j, 1), Math.max(scores.bond(i, j, 2), scores.bond(i, j, 3)));
          candidates.add(new Candidate(i, j, best - scores.bond(i, j, 0)));
        }
      }
    }
    candidates.sort(Comparator.comparingDouble(Candidate::confidence).reversed());
    return candidates;
  }

  /** Whether bonds lead from one atom to the other. */
  private boolean linked(int from, int to) {
    boolean[] reached = new boolean[size];
    int[] queue = new int[size];
    reached[from] = true;
    queue[0] = from;
    int count = 1;
    for (int next = 0; next < count; next++) {
      for (int j = 0; j < size; j++) {
        if (!reached[j] && bonds[queue[next] * size + j] > 0) {
          reached[j] = true;
          queue[count++] = j;
        }
      }
    }
    return reached[to];
  }
}
