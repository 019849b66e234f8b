package io.noether.app.console;

import io.noether.autodiff.optim.DivergedException;
import io.noether.core.InputException;
import io.noether.dynamics.md.ExplosionException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Turns everything that goes wrong into one line on standard error and an exit code. */
public final class Failures implements CommandLine.IParameterExceptionHandler, CommandLine.IExecutionExceptionHandler {
  /** Exit code: the work failed. */
  public static final int FAILED = 1;
  /** Exit code: wrong usage or bad input. */
  public static final int BAD_INPUT = 2;

  private final Console console;

  /** @param console takes the lines */
  public Failures(Console console) {
    this.console = console;
  }

  @Override
  public int handleParseException(ParameterException e, String[] args) {
    console.note(
        e.getMessage() + suggestion(e) + "; see " + e.getCommandLine().getCommandSpec().qualifiedName() + " --help");
    trace(e);
    return BAD_INPUT;
  }

  @Override
  public int handleExecutionException(Exception e, CommandLine command, ParseResult parsed) {
    return report(e);
  }

  private static String suggestion(ParameterException e) {
    if (e instanceof CommandLine.UnmatchedArgumentException unmatched && !unmatched.getSuggestions().isEmpty()) {
      return ", did you mean '" + unmatched.getSuggestions().getFirst() + "'?";
    }
    return "";
  }

  /** Prints what went wrong, and returns the exit code. */
  public int report(Throwable e) {
    trace(e);
    return switch (e) {
      case ParameterException usage -> handleParseException(usage, new String[0]);
      case InputException input -> {
        console.note(String.valueOf(input.getMessage()));
        yield isOfTheSystem(input) ? FAILED : BAD_INPUT;
      }
      case DivergedException diverged -> failed(String.valueOf(diverged.getMessage()));
      case ExplosionException exploded -> failed(String.valueOf(exploded.getMessage()));
      case UncheckedIOException io -> failed(String.valueOf(io.getCause()));
      case IOException io -> failed(io.toString());
      case OutOfMemoryError memory -> failed("out of memory (" + memory.getMessage() + "): use smaller structures, a "
          + "shorter cutoff or smaller batches, or allow more with NOETHER_JAVA_OPTS=-Xmx8g");
      default -> failed("internal error: " + e + "; this is a bug, NOETHER_DEBUG=1 shows where");
    };
  }

  private int failed(String message) {
    console.note(message);
    return FAILED;
  }

  /**
   * Whether the system failed, because of a full disk for instance, and not the input. Java has no class for such
   * errors: they are plain IOExceptions.
   */
  private static boolean isOfTheSystem(InputException e) {
    Throwable cause = e.getCause();
    return cause != null && (cause.getClass() == IOException.class || cause.getClass() == FileSystemException.class);
  }

  private void trace(Throwable e) {
    String debug = System.getenv("NOETHER_DEBUG");
    if (debug != null && !debug.isEmpty() && !debug.equals("0")) {
      console.trace(e);
    }
  }
}
