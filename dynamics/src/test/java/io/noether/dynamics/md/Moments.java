package io.noether.dynamics.md;

/** Mean and variance of numbers that come one after the other. */
final class Moments {
  private long count;
  private double mean;
  private double squares;

  void add(double x) {
    count++;
    double d = x - mean;
    mean += d / count;
    squares += d * (x - mean);
  }

  double mean() {
    return mean;
  }

  double variance() {
    return squares / (count - 1);
  }
}
