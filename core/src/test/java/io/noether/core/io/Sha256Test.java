package io.noether.core.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.noether.core.InputException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against the examples that NIST gives for FIPS 180-4. */
class Sha256Test {
  private static final String ABC = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  @Test
  void piecesAreTheWhole() {
    assertEquals(ABC, new Sha256().add(bytes("abc")).hexadecimal());
    assertEquals(ABC, new Sha256().add(bytes("a")).add(bytes("bc")).hexadecimal());
    assertEquals(32, new Sha256().bytes().length);
  }

  @Test
  void filesOfAnySize(@TempDir Path folder) throws IOException {
    assertEquals(ABC, Sha256.of(Files.writeString(folder.resolve("abc"), "abc")));
    Path million = Files.writeString(folder.resolve("million"), "a".repeat(1_000_000));
    assertEquals("cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0", Sha256.of(million));
    String refusal = assertThrows(InputException.class, () -> Sha256.of(folder.resolve("none"))).getMessage();
    assertTrue(refusal.startsWith(folder.resolve("none").toString()), refusal);
  }

  private static ByteBuffer bytes(String text) {
    return ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
  }
}
