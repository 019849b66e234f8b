package io.noether.autodiff.optim;

/**
 * Hears how a descent goes. It is called on the thread of {@link Descent#run}, so every method must return at once; the
 * time it takes is training time. {@link Descent#state()} may be called from it.
 */
public interface DescentListener {
  /** A listener that does nothing. */
  DescentListener SILENT = new DescentListener() {};

  /** One optimiser step is done. */
  default void stepped(Progress progress) {}

  /** One pass over the data is done, or what the time limit left of it, and validated if its turn has come. */
  default void epochDone(EpochEnd end) {}
}
