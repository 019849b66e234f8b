package io.noether.app.console;

/** Lengths of time as people say them. */
public final class Elapsed {
  private Elapsed() {}

  /** Whole seconds, minutes and seconds, or hours and minutes: 45s, 3m20s, 2h05m. */
  public static String text(double seconds) {
    long s = Math.round(seconds);
    if (s < 60) {
      return s + "s";
    }
    return s < 3600 ? "%dm%02ds".formatted(s / 60, s % 60) : "%dh%02dm".formatted(s / 3600, s / 60 % 60);
  }
}
