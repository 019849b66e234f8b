package io.noether.app;

/** Placeholder until the command line is written: it only says so. */
public final class Main {
  private Main() {}

  /** Prints one line and exits with 1. */
  public static void main(String[] args) {
    System.err.println("noether: the command line is not written yet");
    System.exit(1);
  }
}
