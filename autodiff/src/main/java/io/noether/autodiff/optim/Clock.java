package io.noether.autodiff.optim;

/** Training time over all sessions, and how fast this session is. */
final class Clock {
  private double before;
  private long start = System.nanoTime();
  private long steps;
  private long examples;

  /** Takes over the time of earlier sessions, s. */
  void startAfter(double seconds) {
    before = seconds;
    startSession();
  }

  void startSession() {
    start = System.nanoTime();
    steps = 0;
    examples = 0;
  }

  /** Counts a step and its examples. */
  void saw(int count) {
    steps++;
    examples += count;
  }

  /** Training time of all sessions, s. */
  double seconds() {
    return before + session();
  }

  double examplesPerSecond() {
    double session = session();
    return session > 0 ? examples / session : 0;
  }

  /** 0 until there is one. */
  double secondsPerStep() {
    return steps == 0 ? 0 : session() / steps;
  }

  private double session() {
    return (System.nanoTime() - start) * 1e-9;
  }
}
