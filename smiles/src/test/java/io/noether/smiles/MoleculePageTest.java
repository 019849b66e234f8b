package io.noether.smiles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.noether.core.InputException;
import io.noether.graphs.molecules.MoleculeGraph;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages of drawings, with chains, charges, and rings that are fused, bridged and joined in one atom. */
class MoleculePageTest {
  private static final List<MoleculeGraph> MOLECULES = Stream.of("CCO", "C#N", "c1ccc2ccccc2c1", "C1CC2CCC1C2",
      "C1CCC2(CC1)CCCC2", "C12C3C4C1C5C2C3C45", "C1C2CC3CC1CC(C2)C3", "C[N+](=O)[O-]", "O=C1NC(=O)c2ccccc12",
      "OC(=O)Cc1ccc2OCOc2c1", "CN1CCC23C4C1CC5=C2C(=C(C=C5)O)OC3C(C=C4)O").map(new Smiles()::read).toList();

  @TempDir
  private Path directory = Path.of("");

  @Test
  void aPictureHasEightMoleculesInARow() throws IOException {
    Path file = directory.resolve("page.png");
    MoleculePage.write(file, MOLECULES);
    var image = ImageIO.read(file.toFile());
    assertEquals(8.0 / 2, (double) image.getWidth() / image.getHeight(), 0.02);
    int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    assertTrue(Arrays.stream(pixels).distinct().count() > 10, "the page is not empty");
  }

  @Test
  void aDrawingIsText() throws IOException {
    Path file = directory.resolve("page.svg");
    MoleculePage.write(file, MOLECULES);
    String text = Files.readString(file);
    assertTrue(text.contains("<svg") && text.contains("<path") && text.strip().endsWith("</svg>"), text);
  }

  @Test
  void otherFormatsAreNotDrawn() {
    Path file = directory.resolve("page.pdf");
    assertThrows(InputException.class, () -> MoleculePage.write(file, MOLECULES));
    assertThrows(InputException.class, () -> MoleculePage.write(directory.resolve("page.png"), List.of()));
  }
}
