package io.noether.app.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The project's own files, found from any working directory. */
final class Checkout {
  private Checkout() {}

  /** The path itself if it is there, else the same below the project. */
  static Path located(Path path) {
    return Files.exists(path) ? path : root().resolve(path);
  }

  /** The launcher runs {@code PROJECT/target/launch-…/noether-app.jar}. */
  private static Path root() {
    var jar = Path.of(System.getProperty("java.class.path").split(System.getProperty("path.separator"), 2)[0]);
    var target = Optional.ofNullable(jar.toAbsolutePath().getParent());
    return target.map(Path::getParent).map(Path::getParent).orElse(Path.of(""));
  }
}
