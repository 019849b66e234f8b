package io.noether.dynamics.relax;

/** Hears how a relaxation goes, on its thread. */
@FunctionalInterface
public interface RelaxationListener {
  /** Nobody listens. */
  RelaxationListener SILENT = _ -> {};

  /** A step is done; the first time, the start is known. */
  void stepped(RelaxationStep step);

  /** Returns whether to end here. It is asked after each step. */
  default boolean stopRequested() {
    return false;
  }
}
