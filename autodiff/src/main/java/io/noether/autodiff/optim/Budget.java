package io.noether.autodiff.optim;

/**
 * When a descent ends: at whichever limit comes first. With epochs or steps alone it gives the same bits every time; a
 * time limit is reached at a step that depends on the machine.
 *
 * @param epochs passes over the data; 0 for no limit
 * @param steps optimiser steps; 0 for no limit
 * @param seconds training time, s, validation included; 0 for no limit
 * @param patience epochs without a better validation score before the descent ends; 0 for no limit
 */
public record Budget(int epochs, long steps, double seconds, int patience) {
  /** Checks that there is an end. @throws IllegalArgumentException if there is no limit at all, or one is negative */
  public Budget {
    if (epochs < 0 || steps < 0 || !(seconds >= 0) || patience < 0) {
      throw new IllegalArgumentException("the limits of a budget must not be negative");
    }
    if (epochs == 0 && steps == 0 && seconds == 0 && patience == 0) {
      throw new IllegalArgumentException("a budget needs epochs, steps, a time limit or patience");
    }
  }

  /** So many passes over the data. */
  public static Budget ofEpochs(int epochs) {
    return new Budget(epochs, 0, 0, 0);
  }

  /** So many optimiser steps. */
  public static Budget ofSteps(long steps) {
    return new Budget(0, steps, 0, 0);
  }

  /** So much training time, s. */
  public static Budget ofSeconds(double seconds) {
    return new Budget(0, 0, seconds, 0);
  }

  /** This with another limit on the passes over the data; 0 for none. */
  public Budget withEpochs(int limit) {
    return new Budget(limit, steps, seconds, patience);
  }

  /** This with another time limit, s; 0 for none. */
  public Budget withSeconds(double limit) {
    return new Budget(epochs, steps, limit, patience);
  }

  /** This, but ending after so many epochs without a better validation score; 0 for no such end. */
  public Budget withPatience(int limit) {
    return new Budget(epochs, steps, seconds, limit);
  }
}
