package io.noether.benchmarks;

/** Where the launcher enters: all commands of {@link io.noether.app.Main}, and {@code bench}. */
public final class Main {
  private Main() {}

  /** Runs one command and exits with its code. */
  public static void main(String[] args) {
    System.exit(io.noether.app.Main.run(args, BenchCommand::new));
  }
}
