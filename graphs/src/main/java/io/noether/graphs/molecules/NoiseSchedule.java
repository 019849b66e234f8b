package io.noether.graphs.molecules;

/**
 * How much is corrupted at a time from 0 (nothing) to 1 (everything): the square of the time. In training the time is
 * uniform, in sampling it goes from 1 to 0 in equal steps, so that more rounds are spent where little is left to repair.
 */
final class NoiseSchedule {
  private NoiseSchedule() {}

  static double level(double time) {
    return time * time;
  }
}
