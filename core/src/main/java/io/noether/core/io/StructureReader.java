package io.noether.core.io;

import io.noether.core.InputException;
import io.noether.core.Structure;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Reads structures in the format that a file's name says: .xyz, .extxyz, .pdb, .ent, each also with .gz. */
public final class StructureReader {
  private StructureReader() {}

  /**
   * Reads all structures of a file.
   *
   * @throws InputException naming the file and line that is wrong
   */
  public static List<Structure> read(Path path) {
    return read(path, LabelKeys.USUAL);
  }

  /**
   * Reads all structures of a file.
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
   * @param keys names of the labels; one that is given must be there in some structure
   * @throws InputException naming the file, if it cannot be opened
   */
  public static StructureStream open(Path path, LabelKeys keys) {
    String name = path.toString().toLowerCase(Locale.ROOT);
    String plain = name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
    String suffix = plain.substring(plain.lastIndexOf('.') + 1);
    return switch (suffix) {
      case "xyz", "extxyz" -> ExtendedXyz.open(path, keys);
      case "pdb", "ent" -> {
        if (!keys.equals(LabelKeys.USUAL)) {
          throw new InputException(path + ": PDB files have no energies, forces or stresses; do not ask for them");
        }
        yield new PdbReader(path);
      }
      default -> throw new InputException(path + ": unknown kind of file; use .xyz, .extxyz or .pdb, also with .gz");
    };
  }
}
