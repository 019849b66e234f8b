package io.noether.nn.batches;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Some atoms of a structure with all that their energies depend on: the atoms within a number of edges from them, and
 * the edges that those receive, but for the farthest. Images need no special care, since an edge leads to an atom
 * whichever image of it is meant. Memory is kept from one region to the next.
 */
public final class Region {
  private static final int OUTSIDE = -1;
  private static final int FARTHEST = 0;
  private static final int INNER = 1;

  private final int steps;
  private final int[] offsets;
  private final int[] senders;
  private final int[] rows;
  private final BitSet receiving = new BitSet();
  private int[] members = {};
  private int count;
  private int edges;
  private int from;
  private int to;

  /**
   * A region without atoms.
   *
   * @param steps how many edges away atoms matter, as {@link io.noether.nn.EnergyModel#messageSteps} finds it
   * @param atoms of the structure
   * @param offsets first edge of each atom, and the number of edges
   * @param senders of the structure's edges
   */
  public Region(int steps, int atoms, int[] offsets, int[] senders) {
    this.steps = steps;
    this.offsets = offsets;
    this.senders = senders;
    rows = new int[atoms];
    Arrays.fill(rows, OUTSIDE);
  }

  /** Makes this the region around the atoms from {@code first} to before {@code end}, which are its own atoms. */
  public void about(int first, int end) {
    for (int m = 0; m < count; m++) {
      rows[members[m]] = OUTSIDE;
    }
    count = 0;
    edges = 0;
    from = first;
    to = end;
    for (int atom = from; atom < to; atom++) {
      include(atom);
    }
    int near = 0; // members before this one have had their neighbours included
    for (int step = 0; step < steps; step++) {
      for (int reached = count; near < reached; near++) {
        int atom = members[near];
        rows[atom] = INNER;
        edges += offsets[atom + 1] - offsets[atom];
        for (int e = offsets[atom]; e < offsets[atom + 1]; e++) {
          include(senders[e]);
        }
      }
    }
    Arrays.sort(members, 0, count); // neighbours stay close in memory, and edges come in order of their receivers
    receiving.clear();
    for (int row = 0; row < count; row++) {
      receiving.set(row, rows[members[row]] == INNER);
      rows[members[row]] = row;
    }
  }

  private void include(int atom) {
    if (rows[atom] == OUTSIDE) {
      rows[atom] = FARTHEST;
      if (count == members.length) {
        members = Arrays.copyOf(members, Math.min(rows.length, count + count / 2 + 1024));
      }
      members[count++] = atom;
    }
  }

  /** Number of atoms in the region. */
  public int atoms() {
    return count;
  }

  /** Number of edges in the region. */
  public int edges() {
    return edges;
  }

  /** The atom of the structure that has a row in the region. */
  public int atom(int row) {
    return members[row];
  }

  /** The row that an atom of the structure has in the region. The atom must be in it. */
  public int row(int atom) {
    return rows[atom];
  }

  /** Whether the region has the edges that the atom of a row receives. */
  public boolean receives(int row) {
    return receiving.get(row);
  }

  /** Whether an atom of the structure is one of those that the region was made for. */
  public boolean owns(int atom) {
    return from <= atom && atom < to;
  }
}
