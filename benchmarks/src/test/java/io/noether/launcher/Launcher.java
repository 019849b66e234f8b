package io.noether.launcher;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** The project's launcher as a user starts it, in a directory of the test's own. */
final class Launcher {
  /** The launcher of this checkout. */
  static final Path SCRIPT = Path.of("..", "noether").toAbsolutePath().normalize();

  private static final long POLL_MILLISECONDS = 2;
  private static final long LONGEST_SECONDS = 120; // only so that a hanging program does not hang the build

  private final Path directory;
  private final Map<String, String> environment;
  private final Path script;

  Launcher(Path directory) {
    this(directory, Map.of());
  }

  Launcher(Path directory, Map<String, String> environment) {
    this(directory, environment, SCRIPT);
  }

  /** The launcher of another checkout. */
  Launcher(Path directory, Map<String, String> environment, Path script) {
    this.directory = directory;
    this.environment = environment;
    this.script = script;
  }

  /** What a run gave. */
  record Result(int code, String out, String err) {
    /** The run succeeded. */
    Result ok() {
      assertEquals(0, code, this::toString);
      return this;
    }

    /** The run ended with this code and one line on standard error, in which all of these are said. */
    Result failed(int expected, String... said) {
      assertEquals(expected, code, this::toString);
      var lines = err.lines().filter(line -> !line.startsWith("noether: warning: ")).toList();
      assertEquals(1, lines.size(), this::toString);
      assertTrue(lines.getFirst().startsWith("noether: "), this::toString);
      for (String part : said) {
        assertTrue(lines.getFirst().contains(part), () -> "'" + part + "' is not said in " + this);
      }
      assertFalse(err.contains("Exception") || err.contains("\tat ") || err.contains("internal error"), this::toString);
      return this;
    }
  }

  /** A run that is under way. */
  record Running(Process process, Path out, FutureTask<String> err) {
    /** Waits until a file is there; the run must not end before. */
    void awaitFile(Path file) throws IOException, InterruptedException {
      await(file, () -> Files.exists(file));
    }

    /** Waits until a file has more than so many lines; the run must not end before. */
    void awaitLines(Path file, int lines) throws IOException, InterruptedException {
      await(file, () -> Files.exists(file) && Files.readAllLines(file).size() > lines);
    }

    private interface Condition {
      boolean holds() throws IOException;
    }

    private void await(Path file, Condition condition) throws IOException, InterruptedException {
      long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(LONGEST_SECONDS);
      while (!condition.holds()) {
        assertFalse(process.waitFor(POLL_MILLISECONDS, TimeUnit.MILLISECONDS), () -> "ended too early: " + result());
        assertTrue(System.nanoTime() < deadline, () -> file + " has not grown in " + LONGEST_SECONDS + " s");
      }
    }

    /** Waits for the end. */
    Result result() {
      try {
        if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
          process.destroyForcibly();
          throw new AssertionError("not done after " + LONGEST_SECONDS + " s: " + Files.readString(out));
        }
        return new Result(process.exitValue(), Files.readString(out), err.get(LONGEST_SECONDS, TimeUnit.SECONDS));
      } catch (IOException | InterruptedException | ExecutionException | TimeoutException e) {
        process.destroyForcibly();
        throw new IllegalStateException(e);
      }
    }
  }

  Result run(String... arguments) {
    return start(arguments).result();
  }

  /** Starts it and goes on. */
  Running start(String... arguments) {
    return start(List.of(), arguments);
  }

  /** Runs it where no file may grow beyond so many kB: a disk that becomes full, without the need of one. */
  Result runWithSmallDisk(int kilobytes, String... arguments) {
    return start(List.of("bash", "-c", "ulimit -f " + kilobytes + "; exec \"$0\" \"$@\""), arguments).result();
  }

  private Running start(List<String> before, String... arguments) {
    var command = new ArrayList<>(before);
    command.add(script.toString());
    command.addAll(List.of(arguments));
    try {
      Path out = Files.createTempFile(directory, "stdout", "");
      Path pipe = pipe();
      var err = new FutureTask<>(() -> Files.readString(pipe));
      Thread.ofPlatform().daemon().start(err);
      var builder = new ProcessBuilder(command).directory(directory.toFile());
      builder.redirectOutput(out.toFile()).redirectError(pipe.toFile());
      builder.environment().keySet().removeAll(List.of("NOETHER_DEBUG", "JDK_JAVA_OPTIONS", "JAVA_TOOL_OPTIONS"));
      builder.environment().putAll(environment);
      Process process = builder.start();
      process.getOutputStream().close();
      return new Running(process, out, err);
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Standard error passes through a filter of the launcher's, which ends after the JVM; a named pipe waits for both. */
  private Path pipe() throws IOException, InterruptedException {
    Path pipe = directory.resolve("stderr-" + System.nanoTime());
    int code = new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor();
    if (code != 0) {
      throw new IOException("mkfifo " + pipe + " gives " + code);
    }
    return pipe;
  }
}
