package io.noether.dynamics.md;

/**
 * How long a run is and how often it writes. A frame and a line are written at step 0 and at multiples of their
 * intervals.
 *
 * @param steps in all, continuations included
 * @param frameEvery steps between frames of the trajectory
 * @param logEvery steps between lines of the CSV
 * @param restartEvery steps between restart files; 0: one a minute. There is always one at the start and at the end
 */
public record MdPlan(long steps, long frameEvery, long logEvery, long restartEvery) {
  /** Checks the ranges. @throws IllegalArgumentException if one is out of range */
  public MdPlan {
    if (steps < 0 || frameEvery < 1 || logEvery < 1 || restartEvery < 0) {
      throw new IllegalArgumentException("numbers of steps are positive: " + steps + " steps, a frame every "
          + frameEvery + ", a line every " + logEvery + ", a restart file every " + restartEvery);
    }
  }
}
