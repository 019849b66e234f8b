package io.noether.core.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.noether.core.Cell;
import io.noether.core.Column;
import io.noether.core.Field;
import io.noether.core.Periodicity;
import io.noether.core.Structure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExtendedXyzTest {
  @TempDir
  Path folder;

  private Structure read(String... lines) throws IOException {
    return ExtendedXyz.read(file(lines)).getFirst();
  }

  private Path file(String... lines) throws IOException {
    return Files.writeString(folder.resolve("test.xyz"), String.join("\n", lines) + "\n");
  }

  @Test
  void readsLabelsCellFieldsAndColumns() throws IOException {
    var s = read("2",
        "Lattice=\"4 0 0 1 5 0 0 0 6\" Properties=species:S:1:pos:R:3:forces:R:3:momenta:R:3:move_mask:L:1:id:I:1"
            + " energy=-1.5 stress=\"1 2 3 2 4 5 3 5 6\" config_type=bulk note=\"two words, \\\"quoted\\\"\" flag"
            + " list={1 2 3} array=[[1, 2], [3, 4]] json=\"_JSON [1.5, 2]\" pbc=\"T T F\"",
        "Si 0 0.1 0.25 1 2 3 0.5 0.5 0.5 T 7",
        "O  1 1.5 -2e-1 -1 -2 -3 0 0 0 F 8");
    assertArrayEquals(new int[] {14, 8}, s.atomicNumbers());
    assertArrayEquals(new double[] {0, 0.1, 0.25, 1, 1.5, -0.2}, s.positions());
    assertEquals(Cell.of(new double[] {4, 0, 0, 1, 5, 0, 0, 0, 6}, new Periodicity(true, true, false)), s.cell());
    assertEquals(OptionalDouble.of(-1.5), s.labels().energy());
    assertArrayEquals(new double[] {1, 2, 3, -1, -2, -3}, s.labels().forces().orElseThrow());
    assertArrayEquals(new double[] {1, 2, 3, 2, 4, 5, 3, 5, 6}, s.labels().stress().orElseThrow());
    assertEquals(List.of("config_type", "note", "flag", "list", "array", "json"), List.copyOf(s.info().keySet()));
    assertEquals(List.of("bulk", "two words, \"quoted\"", "T", "1 2 3", "[[1, 2], [3, 4]]", "_JSON [1.5, 2]"),
        s.info().values().stream().map(Field::text).toList());
    assertEquals(Map.of(
        "momenta", new Column.Vectors(new double[] {0.5, 0.5, 0.5, 0, 0, 0}),
        "move_mask", new Column.Logicals(1, new boolean[] {true, false}),
        "id", new Column.Integers(1, new long[] {7, 8})), s.columns());
    assertTrue(s.source().endsWith("test.xyz, frame 1 (line 1)"), s.source());
  }

  @Test
  void readsPlainXyz() throws IOException {
    var s = read("2", "hydrogen, as my teacher drew it", "H 0 0 0", "H 0 0 7.4D-1");
    assertEquals(0.74, s.z(1));
    assertFalse(s.cell().hasLattice());
    assertEquals("hydrogen, as my teacher drew it", s.info().get("comment").text());
    assertEquals(26, read("1", "", "26 0 0 0").atomicNumber(0));
    assertEquals(OptionalDouble.of(-3), read("1", "energy=-3", "H 0 0 0").labels().energy());
  }

  @Test
  void aLatticeAloneRepeatsAlongAllVectors() throws IOException {
    assertTrue(read("1", "Lattice=\"4 0 0 0 4 0 0 0 4\"", "H 0 0 0").periodicity().all());
    assertFalse(read("1", "Lattice=\"4 0 0 0 4 0 0 0 4\" pbc=F", "H 0 0 0").periodicity().any());
  }

  @Test
  void atomicNumbersMayReplaceSymbols() throws IOException {
    assertEquals(79, read("1", "Properties=Z:I:1:pos:R:3", "79 0 0 0").atomicNumber(0));
    assertEquals(79, read("1", "Properties=pos:R:3:element:S:1", "0 0 0 Au").atomicNumber(0));
  }

  @Test
  void findsLabelsUnderTheirUsualNamesAndSaysWhich() throws IOException {
    var path = file("1", "Properties=species:S:1:pos:R:3:REF_forces:R:3 free_energy=1 REF_energy=2", "H 0 0 0 1 2 3");
    try (var stream = ExtendedXyz.open(path, LabelKeys.USUAL)) {
      var s = stream.next();
      assertEquals(OptionalDouble.of(2), s.labels().energy());
      assertEquals("1", s.info().get("free_energy").text());
      assertEquals(new LabelKeys(Optional.of("REF_energy"), Optional.of("REF_forces"), Optional.empty()),
          stream.found());
    }
  }

  @Test
  void labelsAskedForAreTakenAndOthersKept() throws IOException {
    var path = file("1", "Properties=species:S:1:pos:R:3:forces:R:3:mine:R:3 energy=1 e2=2", "H 0 0 0 1 1 1 2 2 2");
    var s = ExtendedXyz.read(path, LabelKeys.USUAL.withEnergy("e2").withForces("mine")).getFirst();
    assertEquals(OptionalDouble.of(2), s.labels().energy());
    assertArrayEquals(new double[] {2, 2, 2}, s.labels().forces().orElseThrow());
    var out = folder.resolve("out.xyz");
    ExtendedXyz.write(out, List.of(s));
    var again = ExtendedXyz.read(out).getFirst();
    assertEquals(s.labels(), again.labels());
    assertEquals("1", again.info().get("original_energy").text());
    assertTrue(again.columns().containsKey("original_forces"));
  }

  @Test
  void aVirialBecomesAStress() throws IOException {
    var s = read("1", "Lattice=\"2 0 0 0 2 0 0 0 2\" virial=\"8 0 0 0 16 0 0 0 -8\"", "H 0 0 0");
    assertArrayEquals(new double[] {-1, 0, 0, 0, -2, 0, 0, 0, 1}, s.labels().stress().orElseThrow(), 1e-15);
  }

  @Test
  void sixNumbersAreAStressInVoigtsOrder() throws IOException {
    var s = read("1", "Lattice=\"2 0 0 0 2 0 0 0 2\" stress=\"1 2 3 4 5 6\"", "H 0 0 0");
    assertArrayEquals(new double[] {1, 6, 5, 6, 2, 4, 5, 4, 3}, s.labels().stress().orElseThrow());
  }

  @Test
  void readsManyFramesWithBlankLinesBetween() throws IOException {
    var all = ExtendedXyz.read(file("1", "", "H 0 0 0", "", "2", "", "He 0 0 0", "He 0 0 3", "", ""));
    assertEquals(2, all.size());
    assertTrue(all.get(1).source().endsWith("frame 2 (line 5)"), all.get(1).source());
  }
}
