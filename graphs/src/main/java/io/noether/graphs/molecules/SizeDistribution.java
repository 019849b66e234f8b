package io.noether.graphs.molecules;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * How many atoms molecules have.
 *
 * @param counts how many molecules have as many atoms as the position says
 */
public record SizeDistribution(long[] counts) {
  /** Counts the atoms of molecules. */
  static SizeDistribution of(List<MoleculeGraph> molecules) {
    int largest = molecules.stream().mapToInt(MoleculeGraph::size).max().orElse(0);
    long[] counts = new long[largest + 1];
    molecules.forEach(m -> counts[m.size()]++);
    return new SizeDistribution(counts);
  }

  /** A random size. */
  int draw(RandomGenerator random) {
    long at = random.nextLong(java.util.Arrays.stream(counts).sum());
    int size = 0;
    while (at >= counts[size]) {
      at -= counts[size++];
    }
    return size;
  }
}
