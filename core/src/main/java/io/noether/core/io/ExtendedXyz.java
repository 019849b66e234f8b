package io.noether.core.io;

import io.noether.core.InputException;
import io.noether.core.Structure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * The exchange format of the field: XYZ with key=value pairs in the second line and any columns, many structures to a
 * file, gzipped if the name ends in .gz. Plain XYZ is read as the case without pairs.
 *
 * <p>Energies, forces and stresses are found under their usual names or those asked for, and become
 * {@link Structure#labels()}; everything else is kept as {@link Structure#info()} and {@link Structure#columns()}. A
 * Lattice without pbc repeats along all its vectors. Numbers keep their bits from file to file.
 */
public final class ExtendedXyz {
  private ExtendedXyz() {}

  /**
   * Reads all structures, labels under their usual names.
   *
   * @throws InputException naming the file and line that is wrong
   */
  public static List<Structure> read(Path path) {
    return read(path, LabelKeys.USUAL);
  }

  /**
   * Reads all structures.
   *
   * @param keys names of the labels; one that is given must be there in some structure
   * @throws InputException naming the file and line that is wrong
   */
  public static List<Structure> read(Path path, LabelKeys keys) {
    try (var stream = open(path, keys)) {
      return stream.rest();
    }
  }

  /**
   * Reads one structure after the other.
   *
   * @param keys names of the labels; one that is given must be there in some structure, known at the end
   * @throws InputException naming the file, if it cannot be opened
   */
  public static StructureStream open(Path path, LabelKeys keys) {
    return new ExtendedXyzReader(path, keys);
  }

  /**
   * Writes structures to a file, replacing it in one step when all are written.
   *
   * @throws InputException naming the file, if it cannot be written; it then stays as it was
   */
  public static void write(Path path, Iterable<Structure> structures) {
    try (var writer = new ExtendedXyzWriter(path)) {
      structures.forEach(writer::write);
      writer.commit();
    }
  }

  /**
   * Writes one structure as {@link ExtendedXyzWriter} does: for files that grow, such as trajectories.
   *
   * @throws IOException if {@code out} cannot be written
   */
  public static void append(Appendable out, Structure structure) throws IOException {
    ExtendedXyzFrame.append(out, structure);
  }
}
