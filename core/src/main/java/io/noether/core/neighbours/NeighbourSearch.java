package io.noether.core.neighbours;

import io.noether.core.Cell;
import io.noether.core.InputException;
import io.noether.core.Structure;
import java.util.Arrays;

/**
 * Finds neighbours again and again without allocating: arrays grow to the largest structure seen and are used again.
 * What it found is described at {@link NeighbourList}; it is valid until the next call of {@link #find}. Takes time
 * proportional to the number of atoms at a given density. For one thread at a time.
 */
public final class NeighbourSearch {
  /** Closer atoms (Å) are an error in the input. */
  private static final double COINCIDENT = 1e-6;

  /** The last whole number of edges whose shifts fit into one array. */
  private static final int MOST_EDGES = (Integer.MAX_VALUE - 8) / 3;

  private final Images images = new Images();
  private final double[] basis = new double[9];
  private double[] positions = new double[0];
  private int[] offsets = new int[1];
  private int[] receivers = new int[0];
  private int[] senders = new int[0];
  private int[] shifts = new int[0];
  private double[] shiftVectors = new double[0];
  private long[] found = new long[0];
  private int atoms;
  private int count;

  /**
   * Finds all edges strictly shorter than a cutoff.
   *
   * @param cutoff in Å, positive
   * @throws InputException if two atoms are closer than 1e-6 Å, or there are too many edges to store
   */
  public void find(Structure structure, double cutoff) {
    if (!(cutoff > 0 && cutoff < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("a cutoff of " + cutoff + " Å");
    }
    atoms = structure.size();
    count = 0;
    positions = Images.grown(positions, 3 * atoms);
    offsets = Images.grown(offsets, atoms + 1);
    structure.copyPositions(positions, 0);
    copyBasis(structure.cell());
    double reach = images.gather(structure, positions, cutoff);
    for (int receiver = 0; receiver < atoms; receiver++) {
      offsets[receiver] = count;
      int candidates = collect(receiver, reach * reach);
      Arrays.sort(found, 0, candidates);
      if (count > MOST_EDGES - candidates) {
        throw new InputException(structure.source() + ": more than " + MOST_EDGES
            + " pairs within the cutoff; use a shorter cutoff or a smaller structure");
      }
      ensureCapacity(count + candidates);
      append(structure, receiver, candidates, cutoff * cutoff);
    }
    offsets[atoms] = count;
  }

  private void copyBasis(Cell cell) {
    for (int k = 0; k < 9; k++) {
      basis[k] = cell.basis(k / 3, k % 3);
    }
  }

  /** Puts the keys of all points within reach of an atom, except itself, into {@link #found}. */
  private int collect(int receiver, double limit) {
    int homeBin = images.homeBin[receiver];
    int binC = homeBin % images.bins[2];
    int binB = homeBin / images.bins[2] % images.bins[1];
    int binA = homeBin / images.bins[2] / images.bins[1];
    int firstA = Math.max(0, binA - images.reachBins[0]);
    int lastA = Math.min(images.bins[0] - 1, binA + images.reachBins[0]);
    int firstB = Math.max(0, binB - images.reachBins[1]);
    int lastB = Math.min(images.bins[1] - 1, binB + images.reachBins[1]);
    int firstC = Math.max(0, binC - images.reachBins[2]);
    int lastC = Math.min(images.bins[2] - 1, binC + images.reachBins[2]);
    int filled = 0;
    for (int a = firstA; a <= lastA; a++) {
      for (int b = firstB; b <= lastB; b++) {
        int row = (a * images.bins[1] + b) * images.bins[2];
        int start = images.starts[row + firstC];
        int end = images.starts[row + lastC + 1];
        found = Images.grown(found, filled + end - start);
        filled = keepClose(receiver, start, end, limit, filled);
      }
    }
    return filled;
  }

  private int keepClose(int receiver, int start, int end, double limit, int filled) {
    double x = images.inside(receiver, 0);
    double y = images.inside(receiver, 1);
    double z = images.inside(receiver, 2);
    var xs = images.xs;
    var ys = images.ys;
    var zs = images.zs;
    var keys = images.keys;
    var kept = found;
    int next = filled;
    for (int p = start; p < end; p++) {
      double dx = xs[p] - x;
      double dy = ys[p] - y;
      double dz = zs[p] - z;
      // Written always, kept by moving on: a branch here would be mispredicted every few points.
      kept[next] = keys[p];
      next += (int) (Double.doubleToRawLongBits(dx * dx + dy * dy + dz * dz - limit) >>> 63);
    }
    return next;
  }

  /**
   * Turns sorted candidates into edges. The distance is computed again, from r_j − r_i and n·cell: these only change
   * sign in the reverse edge, so that an edge at exactly the cutoff is there both ways or not at all.
   */
  private void append(Structure structure, int receiver, int candidates, double limit) {
    double x = positions[3 * receiver];
    double y = positions[3 * receiver + 1];
    double z = positions[3 * receiver + 2];
    int moveA = images.moves[3 * receiver];
    int moveB = images.moves[3 * receiver + 1];
    int moveC = images.moves[3 * receiver + 2];
    int edge = count;
    for (int candidate = 0; candidate < candidates; candidate++) {
      long key = found[candidate];
      int sender = Images.sender(key);
      int a = Images.shift(key, 0) - images.moves[3 * sender] + moveA;
      int b = Images.shift(key, 1) - images.moves[3 * sender + 1] + moveB;
      int c = Images.shift(key, 2) - images.moves[3 * sender + 2] + moveC;
      double sx = a * basis[0] + b * basis[3] + c * basis[6];
      double sy = a * basis[1] + b * basis[4] + c * basis[7];
      double sz = a * basis[2] + b * basis[5] + c * basis[8];
      double dx = positions[3 * sender] - x + sx;
      double dy = positions[3 * sender + 1] - y + sy;
      double dz = positions[3 * sender + 2] - z + sz;
      double squared = dx * dx + dy * dy + dz * dz;
      if (squared >= limit) {
        continue;
      }
      if (squared < COINCIDENT * COINCIDENT) {
        if (sender == receiver) {
          continue;
        }
        throw coincident(structure, receiver, sender);
      }
      receivers[edge] = receiver;
      senders[edge] = sender;
      shifts[3 * edge] = a;
      shifts[3 * edge + 1] = b;
      shifts[3 * edge + 2] = c;
      shiftVectors[3 * edge] = sx;
      shiftVectors[3 * edge + 1] = sy;
      shiftVectors[3 * edge + 2] = sz;
      edge++;
    }
    count = edge;
  }

  private static InputException coincident(Structure structure, int i, int j) {
    int lower = Math.min(i, j);
    int upper = Math.max(i, j);
    return new InputException(structure.source() + ": atoms " + (lower + 1) + " (" + structure.element(lower)
        + ") and " + (upper + 1) + " (" + structure.element(upper) + ") are at the same place; remove one or move it");
  }

  private void ensureCapacity(int edges) {
    receivers = Images.grown(receivers, edges);
    senders = Images.grown(senders, edges);
    shifts = Images.grown(shifts, 3 * edges);
    shiftVectors = Images.grown(shiftVectors, 3 * edges);
  }

  /** Number of atoms of the structure. */
  public int atoms() {
    return atoms;
  }

  /** Number of edges. */
  public int count() {
    return count;
  }

  /** First edge of each receiver and the number of edges: {@link #atoms()} + 1 numbers. Not a copy; may be longer. */
  public int[] offsets() {
    return offsets;
  }

  /** Receiver of each edge. Not a copy; may be longer than there are edges. */
  public int[] receivers() {
    return receivers;
  }

  /** Sender of each edge. Not a copy; may be longer than there are edges. */
  public int[] senders() {
    return senders;
  }

  /** Shift of each edge, three whole numbers. Not a copy; may be longer than there are edges. */
  public int[] shifts() {
    return shifts;
  }

  /** n·cell of each edge, three numbers, Å. Not a copy; may be longer than there are edges. */
  public double[] shiftVectors() {
    return shiftVectors;
  }

  /** What was found, in arrays of its own. */
  public NeighbourList toList() {
    return new NeighbourList(Arrays.copyOf(offsets, atoms + 1), Arrays.copyOf(receivers, count),
        Arrays.copyOf(senders, count), Arrays.copyOf(shifts, 3 * count), Arrays.copyOf(shiftVectors, 3 * count));
  }
}
