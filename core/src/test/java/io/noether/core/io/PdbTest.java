package io.noether.core.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.noether.core.Column;
import io.noether.core.Element;
import io.noether.core.InputException;
import io.noether.core.Structure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PdbTest {
  private static final String CELL = "CRYST1   10.000   20.000   30.000  90.00 120.00  90.00 P 1           1\n";
  private static final String ATOMS = """
      ATOM      1  N   GLY A   1      18.083   7.777   9.030  1.00  0.00           N
      ATOM      2  CA AGLY A   1      17.083   7.777   9.030  0.50  0.00           C
      ATOM      3  CA BGLY A   1      17.183   7.777   9.030  0.50  0.00           C
      ATOM      4 HG21 THR A   2      -1.000   0.000   1.500
      ATOM      5  CA  THR A   2       1.000   0.000   1.500
      ATOM      6 1HB  THR A   2       2.000   0.000   1.500
      TER
      HETATM    7 CA    CA A   3       5.000   5.000   5.000  1.00  0.00          CA2+
      HETATM    8 ZN    ZN     4       7.000   5.000   5.000
      """;

  @TempDir
  Path folder;

  private List<Structure> read(String text) throws IOException {
    return StructureReader.read(Files.writeString(folder.resolve("test.pdb"), text));
  }

  @Test
  void readsElementsPlacesAndNames() throws IOException {
    var s = read("HEADER    TEST\n" + ATOMS + "END\n").getFirst();
    assertEquals(List.of(Element.N, Element.C, Element.H, Element.C, Element.H, Element.Ca, Element.Zn),
        IntStream.range(0, s.size()).mapToObj(s::element).toList());
    assertArrayEquals(new double[] {18.083, 7.777, 9.03, 17.083}, Arrays.copyOf(s.positions(), 4));
    assertEquals(new Column.Words(1, List.of("N", "CA", "HG21", "CA", "1HB", "CA", "ZN")),
        s.columns().get("atom_name"));
    assertEquals(new Column.Words(1, List.of("A", "A", "A", "A", "A", "A", ".")), s.columns().get("chain"));
    assertFalse(s.cell().hasLattice());
    assertTrue(s.source().endsWith("test.pdb, model 1 (line 2)"), s.source());
  }

  @Test
  void readsTheCell() throws IOException {
    var cell = read(CELL + ATOMS).getFirst().cell();
    double half = 30 * Math.sqrt(3) / 2;
    assertArrayEquals(new double[] {10, 0, 0, 0, 20, 0, -15, 0, half}, cell.vectors(), 1e-12);
    assertTrue(cell.periodicity().all());
    assertFalse(read("CRYST1    1.000    1.000    1.000  90.00  90.00  90.00 P 1\n" + ATOMS).getFirst()
        .cell().hasLattice());
  }

  @Test
  void everyModelIsAStructure() throws IOException {
    assertEquals(2, read("MODEL        1\n" + ATOMS + "ENDMDL\nMODEL        2\n" + ATOMS + "ENDMDL\nEND\n").size());
  }

  @Test
  void saysWhereAndWhatIsWrong() {
    assertMessage("ATOM      1  N   GLY A   1      18.0x3   7.777   9.030\n",
        ", line 1: columns 31 to 38 have '18.0x3' where a coordinate should be");
    assertMessage("ATOM      1  N   GLY A   1      18.083   7.777\n",
        ", line 1: columns 47 to 54 have '' where a coordinate should be");
    assertMessage("\nATOM      1  N   GLY A   1      18.083   7.777   9.030  1.00  0.00          Qq\n",
        ", line 2: unknown element 'Qq' in columns 77 and 78");
    assertMessage("HETATM    1  ??  GLY A   1      18.083   7.777   9.030\n", ", line 1: the element of atom '??'");
    assertMessage("CRYST1   10.000   20.000   30.000  90.00   0.00  90.00\n", ", line 1: the cell");
    assertMessage("CRYST1   10.000   20.000\n", ", line 1: CRYST1 has ''");
    assertMessage("HEADER\n", ": has no ATOM or HETATM record");
  }

  private void assertMessage(String text, String message) {
    var e = assertThrows(InputException.class, () -> read(text));
    assertTrue(e.getMessage().contains("test.pdb" + message), e.getMessage());
  }

  @Test
  void labelsCannotBeAskedFor() {
    assertThrows(InputException.class,
        () -> StructureReader.read(folder.resolve("a.pdb"), LabelKeys.USUAL.withEnergy("energy")));
  }

  @Test
  void damagedFilesCauseNothingButInputExceptions() throws IOException {
    var random = new Random(11);
    for (int round = 0; round < 500; round++) {
      var text = new StringBuilder(CELL + ATOMS);
      for (int k = 0; k < 3; k++) {
        int at = random.nextInt(text.length());
        switch (random.nextInt(3)) {
          case 0 -> text.setCharAt(at, (char) (' ' + random.nextInt(95)));
          case 1 -> text.deleteCharAt(at);
          default -> text.insert(at, '\n');
        }
      }
      try {
        read(text.toString());
      } catch (InputException e) {
        assertEquals(1, e.getMessage().lines().count());
      }
    }
  }
}
