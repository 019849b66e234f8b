package io.noether.benchmarks.workloads;

import io.noether.app.console.Project;
import io.noether.core.InputException;
import io.noether.core.Structure;
import io.noether.core.io.StructureReader;
import java.nio.file.Path;
import java.util.List;

/**
 * The labelled structures that workloads are made of.
 *
 * @param molecules at least 32; {@code benchmarks/data/molecules.extxyz} has 27 atoms in each
 * @param ethanol at least 8, of 9 atoms each
 */
public record BenchStructures(List<Structure> molecules, List<Structure> ethanol) {
  /** How many molecules the largest workload needs. */
  public static final int MOLECULES = 32;

  /** How many ethanol molecules the workload on them needs. */
  public static final int ETHANOL = 8;

  /** The molecules that come with the project. */
  public static final Path SHIPPED_MOLECULES = Path.of("benchmarks", "data", "molecules.extxyz");

  /** The ethanol that comes with the project. */
  public static final Path SHIPPED_ETHANOL = Path.of("data", "ethanol-train.extxyz");

  /**
   * Reads both.
   *
   * @param molecules a file of 32 labelled structures or more
   * @throws InputException if it has fewer, or one of the files cannot be read
   */
  public static BenchStructures read(Path molecules) {
    return new BenchStructures(first(MOLECULES, molecules), first(ETHANOL, Project.located(SHIPPED_ETHANOL)));
  }

  /** The structures that come with the project. */
  public static BenchStructures shipped() {
    return read(Project.located(SHIPPED_MOLECULES));
  }

  private static List<Structure> first(int count, Path file) {
    List<Structure> all = StructureReader.read(file);
    if (all.size() < count) {
      throw new InputException(file + ": holds " + all.size() + " structures; the workloads need " + count);
    }
    return all.subList(0, count);
  }
}
