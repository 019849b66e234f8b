package io.noether.core.safetensors;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.noether.core.InputException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** The header's reader and writer against Jackson's. */
class SafetensorsHeaderTest {
  private static final String GOOD = """
      {"__metadata__":{"kéy":"a \\"b\\" \\u00e4\\n","":"/\\/"},"t":{"dtype":"F32","shape":[2,1],"data_offsets":[0,8]},
       "u" : {"data_offsets":[8, 16],"shape":[],"dtype":"\\u0046\\u0036\\u0034"}}""";
  private static final String PIECES = "{}[]:,\"\\/-+.0123456789eEubfnrtdtypeshapeoffs_ \t\r\n\0\u0001é\ud83d\ude00";

  @Property(tries = 500)
  void writesWhatJacksonWrites(@ForAll @Size(max = 4) Map<String, String> metadata, @ForAll String name) {
    var tensors = List.of(new TensorEntry(name, ElementType.F32, List.of(2L, 3L), 0, 24),
        new TensorEntry(name + "\ud83d\ude00\u0007\"", ElementType.I64, List.of(), 24, Long.MAX_VALUE));
    byte[] expected = JacksonHeader.write(metadata, tensors);
    assertArrayEquals(expected, HeaderText.of(metadata, tensors).getBytes(StandardCharsets.UTF_8));
  }

  @Property(tries = 500)
  void readsWhatItWrote(@ForAll @Size(max = 4) Map<String, String> metadata, @ForAll String name) {
    if (name.equals("__metadata__")) {
      return;
    }
    var tensor = new TensorEntry(name, ElementType.F32, List.of(2L, 3L), 0, 24);
    var header = parse(HeaderText.of(metadata, List.of(tensor)), 24);
    assertEquals(metadata, header.metadata());
    assertEquals(Map.of(name, tensor), header.tensors());
  }

  @Test
  void acceptsAndRefusesWhatJacksonDoes() {
    int accepted = 0;
    int refused = 0;
    for (int seed = 0; seed < 20_000; seed++) {
      String mutated = mutated(new Random(seed));
      var expected = JacksonHeader.read(mutated).filter(SafetensorsHeaderTest::fills);
      var found = tryParse(mutated);
      assertEquals(expected, found, mutated);
      if (found.isPresent()) {
        assertEquals(List.copyOf(expected.orElseThrow().tensors().keySet()),
            List.copyOf(found.get().tensors().keySet()));
        accepted++;
      } else {
        refused++;
      }
    }
    assertTrue(accepted > 500 && refused > 10_000, accepted + " accepted, " + refused + " refused");
  }

  /** A few characters exchanged, left out or put in. */
  private static String mutated(Random random) {
    var text = new StringBuilder(GOOD);
    for (int k = random.nextInt(3); k >= 0; k--) {
      int at = random.nextInt(text.length());
      char c = PIECES.charAt(random.nextInt(PIECES.length()));
      switch (random.nextInt(4)) {
        case 0 -> text.setCharAt(at, c);
        case 1 -> text.deleteCharAt(at);
        case 2 -> text.insert(at, c);
        default -> text.insert(at, text.substring(at, Math.min(text.length(), at + random.nextInt(12))));
      }
    }
    return text.toString().replaceAll("[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]", "?");
  }

  private static Optional<SafetensorsHeader> tryParse(String json) {
    try {
      return Optional.of(parse(json, 16));
    } catch (InputException e) {
      assertEquals(1, e.getMessage().lines().count(), e.getMessage());
      return Optional.empty();
    }
  }

  private static SafetensorsHeader parse(String json, long dataBytes) {
    return SafetensorsHeader.parse("file", json.getBytes(StandardCharsets.UTF_8), dataBytes);
  }

  /** Whether the tensors fit their shapes and fill the 16 bytes of data without gaps. */
  private static boolean fills(SafetensorsHeader header) {
    var ordered = new ArrayList<>(header.tensors().values());
    ordered
        .sort((a, b) -> a.begin() == b.begin() ? Long.compare(a.end(), b.end()) : Long.compare(a.begin(), b.begin()));
    long position = 0;
    for (TensorEntry t : ordered) {
      double bytes = t.shape().stream().mapToDouble(Long::doubleValue).reduce(t.type().bytes(), (a, b) -> a * b);
      if (t.begin() != position || t.begin() + bytes != t.end()) {
        return false;
      }
      position = t.end();
    }
    return position == 16;
  }

  @Test
  void limitsOfNamesAndEncoding() {
    String tensor = "{\"%s\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]}}";
    assertEquals(1, parse(tensor.formatted("n".repeat(1024)), 8).tensors().size());
    refused(tensor.formatted("n".repeat(1025)).getBytes(StandardCharsets.UTF_8), "a name of 1025 characters");
    refused(tensor.formatted("é").getBytes(StandardCharsets.ISO_8859_1), "not UTF-8");
    refused(tensor.formatted("é").getBytes(StandardCharsets.UTF_16), "not UTF-8");
    refused(("\ufeff" + tensor.formatted("t")).getBytes(StandardCharsets.UTF_8), "not valid JSON");
  }

  private static void refused(byte[] header, String said) {
    var e = assertThrows(InputException.class, () -> SafetensorsHeader.parse("file", header, 8));
    assertTrue(e.getMessage().startsWith("file: ") && e.getMessage().contains(said), e.getMessage());
  }
}
