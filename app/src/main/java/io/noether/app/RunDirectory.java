package io.noether.app;

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

  /** Takes away what a killed process left half-written. */
  static void clean(Path directory) {
    for (Path folder : List.of(directory, directory.resolve("last"))) {
      try (var left = Files.newDirectoryStream(folder, ".*.{safetensors,png,yaml}.*.tmp")) {
        for (Path file : left) {
          Files.deleteIfExists(file);
        }
      } catch (IOException _) {
        // it is only in the way of tidiness
      }
    }
  }

  /** Takes away what a killed process left of a file that is written aside and renamed. */
  static void cleanBeside(Path file) {
    String begin = "." + file.getFileName() + ".";
    try (var left = Files.newDirectoryStream(file.toAbsolutePath().getParent(), f -> {
      String name = String.valueOf(f.getFileName());
      return name.startsWith(begin) && name.endsWith(".tmp");
    })) {
      for (Path half : left) {
        Files.deleteIfExists(half);
      }
    } catch (IOException _) {
      // it is only in the way of tidiness
    }
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
