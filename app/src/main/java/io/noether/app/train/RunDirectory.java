package io.noether.app.train;

import io.noether.core.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Where a new run's files go. Nothing is ever overwritten. */
final class RunDirectory {
  private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT);

  private RunDirectory() {}

  /** The directory asked for, which must be new or empty; otherwise {@code runs/NAME-DATE}, which is new. */
  static Path fresh(Optional<Path> wanted, String name) {
    if (wanted.isPresent()) {
      requireUnused(wanted.get());
      return wanted.get();
    }
    String stem = name + "-" + LocalDateTime.now(ZoneId.systemDefault()).format(STAMP);
    Path directory = Path.of("runs", stem);
    for (int k = 2; Files.exists(directory); k++) {
      directory = Path.of("runs", stem + "-" + k);
    }
    return directory;
  }

  private static void requireUnused(Path directory) {
    if (!Files.exists(directory)) {
      return;
    }
    if (!Files.isDirectory(directory)) {
      throw new InputException("--out " + directory + ": is a file; name a directory");
    }
    try (var content = Files.list(directory)) {
      if (content.findAny().isPresent()) {
        throw new InputException("--out " + directory + ": is not empty, and nothing is overwritten; name another "
            + "directory, or go on with the run in it with --resume " + directory);
      }
    } catch (IOException e) {
      throw new InputException("--out " + directory + ": cannot be read: " + e, e);
    }
  }
}
