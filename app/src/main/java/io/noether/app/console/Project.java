package io.noether.app.console;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The project's own files, found from any working directory when the launcher has started this process. */
public final class Project {
  private Project() {}

  /** The path itself if something is there, and otherwise the same path below the project's root. */
  public static Path located(Path path) {
    return Files.exists(path) ? path : root().resolve(path);
  }

  /** The launcher runs a jar {@code PROJECT/target/launch-…/….jar}. */
  private static Path root() {
    var jar = Path.of(System.getProperty("java.class.path").split(System.getProperty("path.separator"), 2)[0]);
    var target = Optional.ofNullable(jar.toAbsolutePath().getParent());
    return target.map(Path::getParent).map(Path::getParent).orElse(Path.of(""));
  }
}
