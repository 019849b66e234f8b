package io.noether.core.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.noether.core.Column;
import io.noether.core.Field;
import io.noether.core.InputException;
import io.noether.core.Labels;
import io.noether.core.RandomStructures;
import io.noether.core.Structure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

class ExtendedXyzRoundTripTest {
  private static Path folder = Path.of("");

  @BeforeContainer
  static void makeFolder() throws IOException {
    folder = Files.createTempDirectory("noether-xyz");
  }

  @AfterContainer
  static void removeFolder() throws IOException {
    try (var files = Files.list(folder)) {
      for (var file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }

  @Property(tries = 100)
  void nothingIsLostFromFileToFile(@ForAll long seed, @ForAll boolean gzip, @ForAll String anyText) {
    var random = new Random(seed);
    var structures = new ArrayList<Structure>();
    for (int frame = 0; frame < 3; frame++) {
      structures.add(decorated(RandomStructures.any(random.nextLong()), random, anyText));
    }
    var path = folder.resolve(gzip ? "a.extxyz.gz" : "a.extxyz");
    ExtendedXyz.write(path, structures);
    var again = ExtendedXyz.read(path);
    assertEquals(structures.size(), again.size());
    for (int frame = 0; frame < 3; frame++) {
      assertSame(structures.get(frame), again.get(frame));
    }
  }

  private static void assertSame(Structure expected, Structure actual) {
    assertArrayEquals(expected.atomicNumbers(), actual.atomicNumbers());
    assertArrayEquals(expected.positions(), actual.positions());
    assertEquals(expected.cell(), actual.cell());
    assertEquals(expected.labels(), actual.labels());
    assertEquals(List.copyOf(expected.info().entrySet()), List.copyOf(actual.info().entrySet()));
    assertEquals(List.copyOf(expected.columns().entrySet()), List.copyOf(actual.columns().entrySet()));
  }

  /** Numbers of all magnitudes, and text with every kind of quote in it. */
  private static Structure decorated(Structure plain, Random random, String anyText) {
    int n = plain.size();
    var labels = Labels.NONE.withEnergy(Math.exp(random.nextGaussian() * 50));
    if (random.nextBoolean()) {
      labels = labels.withForces(random.doubles(3L * n, -1, 1).map(f -> f * Math.exp(random.nextGaussian() * 50))
          .toArray());
    }
    if (random.nextBoolean()) {
      var s = random.doubles(6, -1, 1).toArray();
      labels = labels.withStress(s[0], s[1], s[2], s[1], s[3], s[4], s[2], s[4], s[5]);
    }
    var info = new LinkedHashMap<String, Field>();
    info.put("text", Field.of(anyText));
    info.put("spaced key=", Field.of("a \"b\" {c} [d] \\ \n\r\t e=f"));
    info.put("empty", Field.of(""));
    info.put("number", Field.of(random.nextGaussian()));
    info.put("numbers", Field.of(new double[] {1, random.nextDouble(), Double.NaN}));
    info.put("charge", Field.of(-2L));
    info.put("flag", Field.of(false));
    var columns = new LinkedHashMap<String, Column>();
    columns.put("momenta", new Column.Vectors(random.doubles(3L * n).toArray()));
    columns.put("tag", new Column.Integers(1, random.longs(n).toArray()));
    var flags = new boolean[2 * n];
    flags[random.nextInt(2 * n)] = true;
    columns.put("move_mask", new Column.Logicals(2, flags));
    columns.put("name", new Column.Words(1, random.ints(n).mapToObj(k -> "w" + k).toList()));
    return plain.withLabels(labels).withInfo(info).withColumns(columns);
  }

  /** Whatever happens to a file on its way, reading it ends with structures or with one line saying what is wrong. */
  @Property(tries = 150)
  void aDamagedFileNeverCausesAnythingButAnInputException(@ForAll long seed) throws IOException {
    var random = new Random(seed);
    var path = folder.resolve(random.nextInt(4) == 0 ? "b.extxyz.gz" : "b.extxyz");
    ExtendedXyz.write(path, List.of(decorated(RandomStructures.any(seed), random, "é∂"),
        decorated(RandomStructures.any(seed + 1), random, "")));
    var whole = Files.readAllBytes(path);
    for (int k = 0; k < 20; k++) {
      Files.write(path, damaged(whole, random));
      try {
        ExtendedXyz.read(path);
      } catch (InputException e) {
        assertEquals(1, e.getMessage().lines().count(), e.getMessage());
      }
    }
  }

  private static byte[] damaged(byte[] bytes, Random random) {
    String alphabet = "0123456789 \n\t\"={}[]:-.eTFSRIL_\\\0ÿ";
    var damaged = new ArrayList<Byte>();
    for (byte b : bytes) {
      damaged.add(b);
    }
    for (int k = 1 + random.nextInt(4); k > 0 && !damaged.isEmpty(); k--) {
      int at = random.nextInt(damaged.size());
      byte other = (byte) alphabet.charAt(random.nextInt(alphabet.length()));
      switch (random.nextInt(5)) {
        case 0 -> damaged.set(at, other);
        case 1 -> damaged.remove(at);
        case 2 -> damaged.add(at, other);
        case 3 -> damaged.subList(at, Math.min(damaged.size(), at + random.nextInt(100))).clear();
        default -> damaged.subList(at, random.nextInt(10) == 0 ? damaged.size() : at).clear();
      }
    }
    var result = new byte[damaged.size()];
    for (int k = 0; k < result.length; k++) {
      result[k] = damaged.get(k);
    }
    return result;
  }
}
