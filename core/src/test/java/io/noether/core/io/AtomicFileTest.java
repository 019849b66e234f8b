package io.noether.core.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.noether.core.InputException;
import io.noether.core.Structure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
  @TempDir
  Path folder;

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private void assertOnlyFile(String name, String content) throws IOException {
    try (var files = Files.list(folder)) {
      assertEquals(List.of(folder.resolve(name)), files.toList());
    }
    assertEquals(content, Files.readString(folder.resolve(name)));
  }

  @Test
  void theNewContentAppearsWithTheCommit() throws IOException {
    var path = Files.writeString(folder.resolve("a"), "old");
    try (var file = new AtomicFile(path)) {
      file.stream().write(bytes("new"));
      file.stream().flush();
      assertEquals("old", Files.readString(path));
      file.commit();
      assertEquals("new", Files.readString(path));
    }
    assertOnlyFile("a", "new");
  }

  @Test
  void aFailureWhileWritingLeavesTheOldFileAndNothingElse() throws IOException {
    var path = Files.writeString(folder.resolve("a"), "old");
    var e = assertThrows(InputException.class, () -> AtomicFile.write(path, stream -> {
      stream.write(bytes("half"));
      throw new IOException("No space left on device");
    }));
    assertEquals(path + ": cannot be written (No space left on device); what was there is unchanged", e.getMessage());
    assertThrows(IllegalStateException.class, () -> AtomicFile.write(path, stream -> {
      throw new IllegalStateException("a bug");
    }));
    assertOnlyFile("a", "old");
  }

  @Test
  void aLinkStaysALink() throws IOException {
    var target = Files.writeString(Files.createDirectory(folder.resolve("elsewhere")).resolve("a"), "old");
    var link = Files.createSymbolicLink(folder.resolve("link"), target);
    AtomicFile.write(link, stream -> stream.write(bytes("new")));
    assertTrue(Files.isSymbolicLink(link));
    assertEquals("new", Files.readString(target));
  }

  @Test
  void placesThatCannotBeWrittenAreNamed() throws IOException {
    var e = assertThrows(InputException.class, () -> new AtomicFile(folder.resolve("no/such/place")));
    assertTrue(e.getMessage().startsWith(folder.resolve("no/such/place") + ": cannot be written"), e.getMessage());
    assertThrows(InputException.class, () -> new AtomicFile(folder));
  }

  @Test
  void aFullDeviceIsAnErrorNamingIt() {
    var full = Path.of("/dev/full");
    Assumptions.assumeTrue(Files.exists(full), "this system has no /dev/full");
    var one = Structure.of(new int[] {1}, new double[3]);
    var e = assertThrows(InputException.class, () -> ExtendedXyz.write(full, List.of(one)));
    assertTrue(e.getMessage().startsWith("/dev/full: cannot be written"), e.getMessage());
    assertTrue(Files.exists(full));
  }
}
