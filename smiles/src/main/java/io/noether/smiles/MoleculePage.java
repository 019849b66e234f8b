package io.noether.smiles;

import io.noether.core.InputException;
import io.noether.core.io.AtomicFile;
import io.noether.graphs.molecules.MoleculeGraph;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.openscience.cdk.depict.Depiction;
import org.openscience.cdk.depict.DepictionGenerator;
import org.openscience.cdk.exception.CDKException;

/** A page of drawn molecules, PNG or SVG by the file's name. */
public final class MoleculePage {
  private static final int ACROSS = 8;
  private static final int MOST = 64;
  private static final double CELL = 160;

  private MoleculePage() {}

  /**
   * Draws the first molecules, at most 64.
   *
   * @throws InputException if there is nothing to draw, the name ends neither in .png nor in .svg, or the file cannot be
   *     written
   */
  public static void write(Path file, List<MoleculeGraph> molecules) {
    String format = format(file);
    if (molecules.isEmpty()) {
      throw new InputException(file + ": there is no valid molecule to draw");
    }
    var shown = molecules.subList(0, Math.min(MOST, molecules.size()));
    int rows = (shown.size() + ACROSS - 1) / ACROSS;
    try {
      Depiction page = new DepictionGenerator().withAtomColors().withSize(ACROSS * CELL, rows * CELL).withFillToFit()
          .depict(shown.stream().map(Smiles::molecule).toList(), rows, ACROSS);
      AtomicFile.write(file, stream -> page.writeTo(format, stream));
    } catch (CDKException e) {
      throw new IllegalStateException("CDK cannot draw a molecule with possible valences", e);
    }
  }

  /** The picture's format. @throws InputException if the name has no known ending */
  public static String format(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    for (String format : List.of(Depiction.PNG_FMT, Depiction.SVG_FMT)) {
      if (name.endsWith("." + format)) {
        return format;
      }
    }
    throw new InputException(file + ": a picture's name must end in .png or .svg");
  }
}
