package io.noether.app.console;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Files that a killed process left half-written: a file is written under the name {@code .NAME.NUMBER.tmp} first and then
 * renamed. They do no harm, so one that cannot be deleted is left.
 */
public final class Leftovers {
  private Leftovers() {}

  /** Deletes what is left of models, plots and settings in the directory of a training run. */
  public static void deleteIn(Path run) {
    for (Path folder : new Path[] {run, run.resolve("last")}) {
      delete(folder, file -> String.valueOf(file.getFileName()).matches("\\..*\\.(safetensors|png|yaml)\\..*\\.tmp"));
    }
  }

  /** Deletes what is left of one file. */
  public static void deleteOf(Path file) {
    String begin = "." + file.getFileName() + ".";
    delete(file.toAbsolutePath().resolveSibling(""), other -> {
      String name = String.valueOf(other.getFileName());
      return name.startsWith(begin) && name.endsWith(".tmp");
    });
  }

  private static void delete(Path folder, DirectoryStream.Filter<Path> filter) {
    try (var left = Files.newDirectoryStream(folder, filter)) {
      for (Path file : left) {
        Files.deleteIfExists(file);
      }
    } catch (IOException _) {
      // nobody misses the space
    }
  }
}
