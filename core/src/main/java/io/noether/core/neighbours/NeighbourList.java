package io.noether.core.neighbours;

import io.noether.core.InputException;
import io.noether.core.Structure;

/**
 * All ordered pairs of atoms, images included, closer than a cutoff. Edge e joins receiver i and sender j, shifted by n
 * whole lattice vectors; its vector is r_j + n·cell − r_i. An atom is a neighbour of its own images. Every edge has its
 * reverse (j, i, −n). Edges are sorted by receiver, then sender, then shift.
 */
public final class NeighbourList {
  private final int[] offsets;
  private final int[] receivers;
  private final int[] senders;
  private final int[] shifts;
  private final double[] shiftVectors;

  NeighbourList(int[] offsets, int[] receivers, int[] senders, int[] shifts, double[] shiftVectors) {
    this.offsets = offsets;
    this.receivers = receivers;
    this.senders = senders;
    this.shifts = shifts;
    this.shiftVectors = shiftVectors;
  }

  /**
   * Finds all edges strictly shorter than a cutoff. To do this often, keep a {@link NeighbourSearch}.
   *
   * @param cutoff in Å, positive
   * @throws InputException if two atoms coincide, or there are too many edges to store
   */
  public static NeighbourList build(Structure structure, double cutoff) {
    var search = new NeighbourSearch();
    search.find(structure, cutoff);
    return search.toList();
  }

  /** Number of edges. */
  public int count() {
    return receivers.length;
  }

  /** First edge of each receiver, and the number of edges at the end: one more number than there are atoms. */
  public int[] offsets() {
    return offsets.clone();
  }

  /** Receiver i of each edge. */
  public int[] receivers() {
    return receivers.clone();
  }

  /** Sender j of each edge. */
  public int[] senders() {
    return senders.clone();
  }

  /** Cell shift n of each edge, three whole numbers per edge. */
  public int[] shifts() {
    return shifts.clone();
  }

  /** n·cell of each edge, three numbers per edge, Å. */
  public double[] shiftVectors() {
    return shiftVectors.clone();
  }

  /** Copies the receiver of each edge to {@code into[offset]} and on. */
  public void copyReceivers(int[] into, int offset) {
    System.arraycopy(receivers, 0, into, offset, receivers.length);
  }

  /** Copies the sender of each edge to {@code into[offset]} and on. */
  public void copySenders(int[] into, int offset) {
    System.arraycopy(senders, 0, into, offset, senders.length);
  }

  /** Copies n·cell of each edge, three numbers per edge, Å, to {@code into[offset]} and on. */
  public void copyShiftVectors(double[] into, int offset) {
    System.arraycopy(shiftVectors, 0, into, offset, shiftVectors.length);
  }
}
