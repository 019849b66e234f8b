package io.noether.smiles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.noether.autodiff.Team;
import io.noether.autodiff.Workers;
import io.noether.core.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SmilesFileTest {
  @TempDir
  private Path directory = Path.of("");

  @Test
  void unusableLinesAreCounted() throws IOException {
    Path file = Files.writeString(directory.resolve("some.smi"), """
        5
        # a comment
        CCO ethanol

        C.C
        \tOCC\t3
        [Na]
        C1CC
        """);
    var read = SmilesFile.read(file, Workers.CALLER, _ -> {});
    assertEquals(2, read.molecules().size());
    assertEquals(read.names().getFirst(), read.names().getLast());
    assertEquals(Map.of("not SMILES", 2, "not connected", 1, "an element or charge outside the table", 1),
        read.skipped());
    assertEquals("line 1, '5': not SMILES", read.example().orElseThrow());
  }

  @Test
  void anyNumberOfThreadsReadsTheSame() throws IOException {
    Path file = Files.writeString(directory.resolve("many.smi"), IntStream.range(1, 1200)
        .mapToObj(k -> "C".repeat(1 + k % 7) + "O".repeat(k % 3)).collect(Collectors.joining("\n")));
    var done = new AtomicInteger();
    try (var team = new Team(3)) {
      var together = SmilesFile.read(file, team, lines -> done.accumulateAndGet(lines, Math::max));
      assertEquals(SmilesFile.read(file, Workers.CALLER, _ -> {}).names(), together.names());
      assertEquals(1199, done.get());
    }
  }

  @Test
  void filesWithoutMoleculesAreNamed() throws IOException {
    Path missing = directory.resolve("missing.smi");
    Path empty = Files.writeString(directory.resolve("empty.smi"), "");
    Path binary = Files.write(directory.resolve("binary.smi"), new byte[] {0, -1, 10, 127, -128});
    for (Path file : List.of(missing, empty, binary, directory)) {
      var error = assertThrows(InputException.class, () -> SmilesFile.read(file, Workers.CALLER, _ -> {}));
      assertTrue(error.getMessage().startsWith(file.toString()), error.getMessage());
    }
  }
}
