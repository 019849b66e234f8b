package io.noether.nn;

/**
 * From which sizes on a {@link NeuralPotential} works differently. Results agree, to rounding, or to 1e-6 where tables
 * come in. They depend on these numbers and on what is asked for, never on the machine, its memory or on earlier calls.
 *
 * @param tableEdges a call that comes to so many edges at once looks radial networks up in tables from there on. Making
 *     tables takes as long as a program that has just started takes for about 7,000 edges; a program that makes many
 *     small calls gains from 0: tables always
 * @param largeAtoms a structure of so many atoms is computed on its own, its atoms in the order of
 *     {@link io.noether.core.neighbours.SpatialOrder}
 * @param regionBytes a large structure that would take more memory than this, neighbours aside, is computed in regions
 *     that do not. Regions overlap by as far as the network sees, so their atoms should be many
 */
public record Tuning(int tableEdges, int largeAtoms, long regionBytes) {
  /** For programs that call a few times, or with large structures. */
  public static final Tuning DEFAULT = new Tuning(8_192, 2_000, 6L << 30);

  /** The same, with tables from so many edges on. */
  public Tuning withTableEdges(int edges) {
    return new Tuning(edges, largeAtoms, regionBytes);
  }

  /** The same, but for which structures are large. */
  public Tuning withLargeAtoms(int atoms) {
    return new Tuning(tableEdges, atoms, regionBytes);
  }

  /** The same, with other memory for a region. */
  public Tuning withRegionBytes(long bytes) {
    return new Tuning(tableEdges, largeAtoms, bytes);
  }
}
