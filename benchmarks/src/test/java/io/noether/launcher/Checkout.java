package io.noether.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the launcher needs of a checkout that has been built, elsewhere: its copies and archives are out of reach of
 * launchers that run at the same time. Its JDK is the real one behind a script that can spy and fail.
 *
 * @param directory where all of it is
 */
record Checkout(Path directory) {
  /** Environment variable: the file into which the JVM writes which class came from where. */
  static final String CLASS_LOG = "CLASS_LOG";

  /** Environment variable: if set, no list of classes can be made. */
  static final String NO_LIST = "NO_LIST";

  /** Takes over the build of this checkout. */
  static Checkout of(Path directory) throws IOException {
    Path from = Path.of("target");
    Path target = Files.createDirectories(directory.resolve("benchmarks/target"));
    Files.createFile(directory.resolve("pom.xml"));
    for (String module : List.of("bom", "autodiff", "core", "dynamics", "nn", "imports", "graphs", "smiles", "app",
        "benchmarks")) {
      Files.createFile(Files.createDirectories(directory.resolve(module)).resolve("pom.xml"));
    }
    Files.copy(Launcher.SCRIPT, directory.resolve("noether"), StandardCopyOption.COPY_ATTRIBUTES);
    Files.copy(from.resolve("noether-benchmarks.jar"), target.resolve("noether-benchmarks.jar"));
    Files.createDirectory(target.resolve("lib"));
    try (var jars = Files.list(from.resolve("lib"))) {
      for (Path jar : jars.toList()) {
        Files.copy(jar, target.resolve("lib").resolve(String.valueOf(jar.getFileName())));
      }
    }
    Files.createFile(target.resolve("noether-benchmarks.stamp")); // last: the build is newer than its sources
    Path jdk = Path.of(System.getProperty("java.home"));
    Path bin = Files.createDirectories(directory.resolve("jdk/bin"));
    Files.copy(jdk.resolve("release"), directory.resolve("jdk/release"));
    executable(bin.resolve("java"), """
        #!/bin/sh
        case "$*" in *DumpLoadedClassList*) [ -z "$NO_LIST" ] || exit 1;; esac
        exec '%s/bin/java' ${CLASS_LOG:+"-Xlog:class+load:file=$CLASS_LOG"} "$@"
        """.formatted(jdk));
    executable(bin.resolve("javac"), "");
    return new Checkout(directory);
  }

  private static void executable(Path file, String text) throws IOException {
    if (!Files.writeString(file, text).toFile().setExecutable(true)) {
      throw new IOException(file + " cannot be made executable");
    }
  }

  /** Its launcher, with variables on top of the environment. */
  Launcher launcher(Map<String, String> variables) {
    var environment = new HashMap<>(variables);
    environment.put("JAVA_HOME", directory.resolve("jdk").toString());
    return new Launcher(directory, environment, directory.resolve("noether"));
  }

  /** The copy of the build from which the launcher runs. */
  Path copy() throws IOException {
    try (var entries = Files.newDirectoryStream(directory.resolve("target"), "launch-*")) {
      return entries.iterator().next();
    }
  }

  /** Waits until nobody runs from that copy, in the background either. */
  void awaitQuiet() throws IOException, InterruptedException {
    int code = new ProcessBuilder("flock", copy().resolve("held").toString(), "true").start().waitFor();
    if (code != 0) {
      throw new IOException("flock gives " + code);
    }
  }
}
