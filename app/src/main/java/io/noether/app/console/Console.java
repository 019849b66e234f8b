package io.noether.app.console;

import java.io.PrintStream;

/**
 * Standard output and standard error, as commands use them. On a terminal the last line may be rewritten until a lasting
 * line follows. Any thread may write.
 */
public final class Console {
  private static final String CLEAR_LINE = "\r\u001b[K";

  private final PrintStream out;
  private final PrintStream err;
  private final boolean terminal;
  private boolean live;

  /**
   * A console on two streams.
   *
   * @param out takes the results
   * @param err takes notes, warnings and errors
   * @param terminal whether the last line of {@code out} can be rewritten
   */
  public Console(PrintStream out, PrintStream err, boolean terminal) {
    this.out = out;
    this.err = err;
    this.terminal = terminal;
  }

  /** The console of this process. */
  @SuppressWarnings("SystemConsoleNull") // JDK 25 gives null again where output is piped
  public static Console system() {
    var console = System.console();
    boolean dumb = "dumb".equals(System.getenv("TERM"));
    return new Console(System.out, System.err, console != null && console.isTerminal() && !dumb);
  }

  /** Whether {@link #live} shows anything. */
  public boolean isTerminal() {
    return terminal;
  }

  /** Prints a line, or several, of a command's results to standard output. */
  public synchronized void print(String text) {
    clear();
    out.println(text);
    out.flush();
  }

  /** Shows a line that the next one replaces. Does nothing where lines cannot be replaced. */
  public synchronized void live(String text) {
    if (terminal) {
      out.print(CLEAR_LINE + text);
      out.flush();
      live = true;
    }
  }

  /** Prints a note to standard error, as one line that begins with {@code noether:}. */
  public synchronized void note(String text) {
    clear();
    err.println("noether: " + oneLine(text));
    err.flush();
  }

  /** Warns of something that the user probably does not want. */
  public void warn(String text) {
    note("warning: " + text);
  }

  /** Prints the stack trace of an error to standard error. */
  public synchronized void trace(Throwable error) {
    clear();
    error.printStackTrace(err);
  }

  private void clear() {
    if (live) {
      out.print(CLEAR_LINE);
      out.flush();
      live = false;
    }
  }

  private static String oneLine(String text) {
    return text.strip().replaceAll("\\s*\\R\\s*", " ");
  }
}
