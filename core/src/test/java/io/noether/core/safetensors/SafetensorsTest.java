package io.noether.core.safetensors;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.noether.core.InputException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafetensorsTest {
  @TempDir
  Path folder;

  @Test
  void givesBackWhatWasWritten() {
    Path file = folder.resolve("a.safetensors");
    double[] many = new Random(1).doubles(40_000).toArray();
    new SafetensorsWriter().put("key", "ü \"quoted\"\n").add("first", ElementType.F64, many, 0, 200, 200)
        .add("single", ElementType.F32, new double[] {9, 0.1, -2}, 1, 2)
        .add("none", ElementType.F64, new double[0], 0, 0, 3)
        .add("one", ElementType.I64, new double[] {1L << 40}, 0).write(file);
    try (var in = Safetensors.open(file)) {
      assertEquals("ü \"quoted\"\n", in.metadata().get("key"));
      assertEquals(List.of("first", "single", "none", "one"), List.copyOf(in.tensors().keySet()));
      assertArrayEquals(many, in.read("first", 200, 200));
      assertArrayEquals(new double[] {0.1f, -2}, in.read("single"));
      assertEquals(0, in.read("none").length);
      assertArrayEquals(new double[] {1L << 40}, in.read("one"));
      String message = assertThrows(InputException.class, () -> in.read("first", 40_000)).getMessage();
      assertTrue(message.contains("[200, 200]") && message.contains("[40000]"), message);
      assertThrows(InputException.class, () -> in.read("second"));
    }
  }

  @Test
  void theSameContentGivesTheSameBytesAndAnAlignedHeader() throws IOException {
    for (String name : List.of("a", "b")) {
      new SafetensorsWriter().put("k", "v").add("t", ElementType.F32, new double[] {1, 2}, 0, 2)
          .write(folder.resolve(name));
    }
    byte[] bytes = Files.readAllBytes(folder.resolve("a"));
    assertArrayEquals(bytes, Files.readAllBytes(folder.resolve("b")));
    assertEquals(0, ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong() % 8);
  }

  @Test
  void bytesInMemoryAreAFile() throws IOException {
    var writer = new SafetensorsWriter().put("k", "v").add("t", ElementType.F64, new double[] {1, 2}, 0, 2);
    byte[] bytes = writer.toBytes();
    writer.write(folder.resolve("same"));
    assertArrayEquals(Files.readAllBytes(folder.resolve("same")), bytes);
    try (var in = Safetensors.of(bytes, "worker 3")) {
      assertEquals("v", in.metadata().get("k"));
      assertArrayEquals(new double[] {1, 2}, in.read("t", 2));
      String message = assertThrows(InputException.class, () -> in.read("u")).getMessage();
      assertTrue(message.startsWith("worker 3: "), message);
    }
    for (int length = 0; length < bytes.length; length++) {
      byte[] part = Arrays.copyOf(bytes, length);
      assertThrows(InputException.class, () -> Safetensors.of(part, "part").close(), "length " + length);
    }
  }

  static Stream<Arguments> hostileHeaders() {
    String good = "{'t':{'dtype':'F32','shape':[2],'data_offsets':[0,8]}}";
    return Stream.of(
        arguments("no JSON", "not JSON at all", "not valid JSON"),
        arguments("no object", "[1,2]", "header"),
        arguments("end missing", good.substring(0, good.length() - 1), "damaged"),
        arguments("more after the end", good + "{}", "after its closing brace"),
        arguments("twice the same", "{'t':{'dtype':'F32','shape':[1],'data_offsets':[0,4]},"
            + "'t':{'dtype':'F32','shape':[1],'data_offsets':[4,8]}}", "Duplicate"),
        arguments("overlap", "{'t':{'dtype':'F32','shape':[2],'data_offsets':[0,8]},"
            + "'u':{'dtype':'F32','shape':[1],'data_offsets':[4,8]}}", "overlap"),
        arguments("gap", "{'t':{'dtype':'F32','shape':[1],'data_offsets':[4,8]}}", "gap"),
        arguments("data left over", "{'t':{'dtype':'F32','shape':[1],'data_offsets':[0,4]}}", "8"),
        arguments("beyond the end", "{'t':{'dtype':'F32','shape':[4],'data_offsets':[0,16]}}", "outside"),
        arguments("backwards", "{'t':{'dtype':'F32','shape':[0],'data_offsets':[8,0]}}", "outside"),
        arguments("negative", "{'t':{'dtype':'F32','shape':[-2],'data_offsets':[0,8]}}", "impossible"),
        arguments("wraps around", "{'t':{'dtype':'F32','shape':[4611686018427387906],'data_offsets':[0,8]}}",
            "impossible"),
        arguments("wraps around twice", "{'t':{'dtype':'F32','shape':[4294967296,4294967296],'data_offsets':[0,8]}}",
            "impossible"),
        arguments("larger than a long", "{'t':{'dtype':'F32','shape':[99999999999999999999],'data_offsets':[0,8]}}",
            "damaged"),
        arguments("a very long number", "{'t':{'dtype':'F32','shape':[" + "9".repeat(5000) + "],'data_offsets':[0,8]}}",
            "damaged"),
        arguments("shape and size differ", "{'t':{'dtype':'F32','shape':[3],'data_offsets':[0,8]}}", "12 bytes"),
        arguments("fraction", "{'t':{'dtype':'F32','shape':[2.0],'data_offsets':[0,8]}}", "whole numbers"),
        arguments("unknown type", "{'t':{'dtype':'F31','shape':[2],'data_offsets':[0,8]}}", "F31"),
        arguments("unknown field", "{'t':{'dtype':'F32','shape':[2],'data_offsets':[0,8],'code':'x'}}", "code"),
        arguments("missing field", "{'t':{'dtype':'F32','data_offsets':[0,8]}}", "needs"),
        arguments("three offsets", "{'t':{'dtype':'F32','shape':[2],'data_offsets':[0,4,8]}}", "needs"),
        arguments("many axes", "{'t':{'dtype':'F32','shape':[2" + ",1".repeat(40) + "],'data_offsets':[0,8]}}", "16"),
        arguments("deep", "{'t':" + "{'a':".repeat(2000) + "1" + "}".repeat(2000) + "}", "damaged"),
        arguments("metadata that are no texts", "{'__metadata__':{'a':1}}", "__metadata__.a"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("hostileHeaders")
  void refusesHostileHeadersInOneLine(String what, String header, String expected) throws IOException {
    write(header.replace('\'', '"'), new byte[8]);
    var refusal = assertThrows(InputException.class, () -> Safetensors.open(folder.resolve("t")).close());
    assertTrue(refusal.getMessage().startsWith(folder.resolve("t").toString()), refusal.getMessage());
    assertTrue(refusal.getMessage().contains(expected), refusal.getMessage());
    assertEquals(1, refusal.getMessage().lines().count(), refusal.getMessage());
  }

  @ParameterizedTest
  @ValueSource(longs = {-1, 0, 1, 1000, Integer.MAX_VALUE, Long.MAX_VALUE, Long.MIN_VALUE})
  void refusesHeaderLengthsThatDoNotFitTheFile(long length) throws IOException {
    var bytes = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN).putLong(length);
    Files.write(folder.resolve("t"), bytes.array());
    assertThrows(InputException.class, () -> Safetensors.open(folder.resolve("t")).close());
  }

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY})
  void refusesNumbersThatAreNotFinite(double value) {
    Path file = folder.resolve("n");
    new SafetensorsWriter().add("weights", ElementType.F32, new double[] {1, value}, 0, 2).write(file);
    try (var in = Safetensors.open(file)) {
      String message = assertThrows(InputException.class, () -> in.read("weights")).getMessage();
      assertTrue(message.contains("weights") && message.contains("position 1"), message);
    }
  }

  @Test
  void refusesMissingEmptyAndTruncatedFiles() throws IOException {
    assertThrows(InputException.class, () -> Safetensors.open(folder.resolve("absent")));
    assertThrows(InputException.class, () -> Safetensors.open(folder));
    Path file = folder.resolve("whole");
    new SafetensorsWriter().put("k", "v").add("t", ElementType.F32, new double[] {1, 2}, 0, 2).write(file);
    byte[] whole = Files.readAllBytes(file);
    for (int length = 0; length < whole.length; length++) {
      Files.write(folder.resolve("part"), Arrays.copyOf(whole, length));
      assertThrows(InputException.class, () -> Safetensors.open(folder.resolve("part")).close(), "length " + length);
    }
  }

  @Property(tries = 300)
  void damageIsRefusedOrHarmless(@ForAll long seed) throws IOException {
    var random = new Random(seed);
    Path file = Files.createTempFile("noether", ".safetensors");
    try {
      var whole = new ByteArrayOutputStream();
      new SafetensorsWriter().put("key", "value").add("a", ElementType.F32, new double[] {1, 2, 3, 4}, 0, 2, 2)
          .add("b", ElementType.F64, new double[] {5}, 0).writeTo(whole);
      byte[] bytes = whole.toByteArray();
      for (int k = 0; k <= random.nextInt(4); k++) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      Files.write(file, bytes);
      try (var in = Safetensors.open(file)) {
        in.tensors().keySet().forEach(in::read);
      } catch (InputException e) {
        assertEquals(1, e.getMessage().lines().count(), e.getMessage());
      }
    } finally {
      Files.delete(file);
    }
  }

  @Test
  void readsHalfPrecision() throws IOException {
    write("{\"h\":{\"dtype\":\"F16\",\"shape\":[2],\"data_offsets\":[0,4]},"
        + "\"b\":{\"dtype\":\"BF16\",\"shape\":[1],\"data_offsets\":[4,6]}}",
        new byte[] {0x00, 0x3C, 0x00, (byte) 0xC0, (byte) 0xC0, 0x3F});
    try (var in = Safetensors.open(folder.resolve("t"))) {
      assertArrayEquals(new double[] {1, -2}, in.read("h"));
      assertArrayEquals(new double[] {1.5}, in.read("b"));
    }
  }

  private void write(String header, byte[] data) throws IOException {
    byte[] json = header.getBytes(StandardCharsets.UTF_8);
    var bytes = ByteBuffer.allocate(8 + json.length + data.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putLong(json.length).put(json).put(data);
    Files.write(folder.resolve("t"), bytes.array());
  }
}
