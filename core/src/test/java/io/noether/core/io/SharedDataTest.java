package io.noether.core.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.noether.core.neighbours.NeighbourList;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The data sets this project is measured on, where they are at hand: frames, atoms and labels as their authors say. */
class SharedDataTest {
  @ParameterizedTest
  @CsvSource({
      "3bpa/train_300K.xyz, 500, 27, true, false, 446",
      "3bpa/iso_atoms.xyz, 4, 1, false, false, 0",
      "ethanol/train.xyz, 1000, 9, true, false, 72",
      "silicon/train.xyz, 214, 63, true, true, 1682",
      "demo/ethanol-test.extxyz, 200, 9, true, false, 72"})
  void isReadInFull(String name, int frames, int atoms, boolean forces, boolean stress, int edges) {
    var path = Path.of("../../shared/data").resolve(name);
    Assumptions.assumeTrue(Files.exists(path), () -> path + " is not there: this data set is not checked");
    var all = StructureReader.read(path);
    assertEquals(frames, all.size());
    for (var structure : all) {
      assertTrue(structure.labels().energy().isPresent(), structure::source);
      assertEquals(forces, structure.labels().forces().isPresent(), structure::source);
      assertEquals(stress, structure.labels().stress().isPresent(), structure::source);
    }
    assertEquals(atoms, all.getFirst().size());
    assertEquals(edges, NeighbourList.build(all.getFirst(), 5).count());
  }
}
