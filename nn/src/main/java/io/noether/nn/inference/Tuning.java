package io.noether.nn.inference;

/**
 * From which sizes on a {@link NeuralPotential} works differently. Results agree, to rounding, or to 1e-6 where tables
 * come in. They depend on these numbers and on what is asked for, never on the machine, its memory or on earlier calls.
 *
 * @param tableEdges a call that comes to so many edges at once looks radial networks up in tables from there on. Making
 *     them takes 0.1 s in a program that has just started, which a call of about 10,000 edges wins back; a program that
 *     makes many small calls gains from 0, tables always
 * @param largeAtoms a structure of so many atoms is computed on its own, its atoms in the order of
 *     {@link io.noether.core.neighbours.SpatialOrder}
 * @param regionBytes a large structure that would take more memory than this is computed in regions that do not. They
 *     overlap by as far as the network sees, so they should be large. Neighbours take 60 bytes an edge besides: with
 *     6 GiB for regions a million atoms of silicon and a cutoff of 5 Å take 9 GiB
 */
public record Tuning(int tableEdges, int largeAtoms, long regionBytes) {
  /** For programs that call a few times, or with large structures. */
  public static final Tuning DEFAULT = new Tuning(8_192, 2_000, 6L << 30);

  /** This tuning, with tables used by calls of so many edges or more. */
  public Tuning withTableEdges(int edges) {
    return new Tuning(edges, largeAtoms, regionBytes);
  }

  /** This tuning, with structures of so many atoms or more computed on their own. */
  public Tuning withLargeAtoms(int atoms) {
    return new Tuning(tableEdges, atoms, regionBytes);
  }

  /** This tuning, with at most so many bytes for a region. */
  public Tuning withRegionBytes(long bytes) {
    return new Tuning(tableEdges, largeAtoms, bytes);
  }
}
