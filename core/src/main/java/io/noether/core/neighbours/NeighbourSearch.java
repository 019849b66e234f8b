package io.noether.core.neighbours;

import io.noether.core.InputException;
import io.noether.core.Structure;
import java.util.Arrays;

/**
 * Finds neighbours again and again without allocating: arrays grow to the largest structure seen and are used again.
 * What it found is described at {@link NeighbourList}; it is valid until the next call of {@link #find}. For one thread
 * at a time.
 *
 * <p>Method: atoms are moved into a rectangular box that fills space as the cell does, and copied with all their images
 * within the cutoff of the box into bins as wide as the cutoff. Bin by bin, the points in it and in the bins that touch it
 * are copied to the front of one buffer, and a vectorised loop measures all distances from each atom. Distances too close
 * to the cutoff to be sure, because the images' coordinates are rounded, are measured again from the given positions.
 * Because every edge has its reverse, appending each atom, in order, to the lists of its neighbours sorts the lists.
 *
 * <p>The time is proportional to the number of atoms at a given density: for silicon within 5 Å, 13 ns per edge for a
 * thousand atoms and 17 for a million, on one core of a 2.6 GHz Xeon. That is if neighbouring atoms have near numbers. In
 * random order the last step writes to a list elsewhere in memory for each edge, and it is 27 ns for a hundred thousand
 * atoms, 51 for a million: see {@link SpatialOrder}. These are CPU times of {@link #find}, which keeps an edge as one
 * number; writing out receivers, senders and shift vectors takes 5 to 8 ns per edge more.
 *
 * <p>Memory: 16 bytes per edge, 24 where arrays have grown, and for each of {@link #receivers()}, {@link #senders()},
 * {@link #shifts()} and {@link #shiftVectors()} that is called 4, 4, 12 and 24 more; the methods that copy need none.
 * Besides, 50 bytes per atom, and 70 to 100 per atom or image near the faces of the box.
 */
public final class NeighbourSearch {
  /** The last whole number of edges whose shifts fit into one array. */
  private static final int MOST_EDGES = (Integer.MAX_VALUE - 8) / 3;

  private final Brick brick = new Brick();
  private final PairScan scan = new PairScan(MOST_EDGES);
  private final Edges edges = new Edges(brick);
  private int[] receivers = {};
  private int[] senders = {};
  private int[] shifts = {};
  private double[] shiftVectors = {};
  private boolean hasReceivers;
  private boolean hasSenders;
  private boolean hasShifts;
  private boolean hasShiftVectors;

  /**
   * Finds all edges strictly shorter than a cutoff.
   *
   * @param cutoff in Å, positive
   * @throws InputException if two atoms are closer than 1e-6 Å, or there are too many edges to store: 715 million
   */
  public void find(Structure structure, double cutoff) {
    if (!(cutoff > 0 && cutoff < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("a cutoff of " + cutoff + " Å");
    }
    edges.clear();
    hasReceivers = false;
    hasSenders = false;
    hasShifts = false;
    hasShiftVectors = false;
    brick.fill(structure);
    scan.find(structure, brick, cutoff);
    edges.take(scan, structure.cell(), structure.size());
  }

  /** Number of atoms of the structure. */
  public int atoms() {
    return edges.atoms;
  }

  /** Number of edges. */
  public int count() {
    return edges.count;
  }

  /** First edge of each receiver and the number of edges: {@link #atoms()} + 1 numbers. Not a copy; may be longer. */
  public int[] offsets() {
    return edges.offsets;
  }

  /** Receiver of each edge. Not a copy; may be longer than there are edges. */
  public int[] receivers() {
    if (!hasReceivers) {
      receivers = Growing.room(receivers, count());
      edges.copyReceivers(0, atoms(), receivers, 0);
      hasReceivers = true;
    }
    return receivers;
  }

  /** Sender of each edge. Not a copy; may be longer than there are edges. */
  public int[] senders() {
    if (!hasSenders) {
      senders = Growing.room(senders, count());
      edges.copySenders(0, atoms(), senders, 0);
      hasSenders = true;
    }
    return senders;
  }

  /** Shift of each edge, three whole numbers. Not a copy; may be longer than there are edges. */
  public int[] shifts() {
    if (!hasShifts) {
      shifts = Growing.room(shifts, 3 * count());
      edges.copyShifts(0, atoms(), shifts, 0);
      hasShifts = true;
    }
    return shifts;
  }

  /** n·cell of each edge, three numbers, Å. Not a copy; may be longer than there are edges. */
  public double[] shiftVectors() {
    if (!hasShiftVectors) {
      shiftVectors = Growing.room(shiftVectors, 3 * count());
      edges.copyShiftVectors(0, atoms(), shiftVectors, 0);
      hasShiftVectors = true;
    }
    return shiftVectors;
  }

  /**
   * Writes the receiver of each edge that atoms {@code from} to before {@code to} receive. The edges' places are those
   * of all edges, so several threads can write into one array.
   *
   * @param into receives the first edge of all at {@code offset}
   */
  public void copyReceivers(int from, int to, int[] into, int offset) {
    edges.copyReceivers(from, to, into, offset);
  }

  /** Writes senders as {@link #copyReceivers} writes receivers. */
  public void copySenders(int from, int to, int[] into, int offset) {
    edges.copySenders(from, to, into, offset);
  }

  /** Writes n·cell, Å, as {@link #copyReceivers} writes receivers, but three numbers for each edge. */
  public void copyShiftVectors(int from, int to, double[] into, int offset) {
    edges.copyShiftVectors(from, to, into, offset);
  }

  /** What was found, in arrays of its own. */
  public NeighbourList toList() {
    int count = count();
    var ownReceivers = new int[count];
    var ownSenders = new int[count];
    var ownShifts = new int[3 * count];
    var ownShiftVectors = new double[3 * count];
    edges.copyReceivers(0, atoms(), ownReceivers, 0);
    edges.copySenders(0, atoms(), ownSenders, 0);
    edges.copyShifts(0, atoms(), ownShifts, 0);
    edges.copyShiftVectors(0, atoms(), ownShiftVectors, 0);
    return new NeighbourList(Arrays.copyOf(edges.offsets, atoms() + 1), ownReceivers, ownSenders, ownShifts,
        ownShiftVectors);
  }
}
