package io.noether.nn.training;

/**
 * Hears how a training run goes. Called on the training thread, so every method must return at once; the time they take
 * is training time.
 */
public interface TrainingListener {
  /** Nobody listens. */
  TrainingListener SILENT = new TrainingListener() {};

  /** The data are split, the references fitted and the program built; training starts now. */
  default void started(TrainingSummary summary) {}

  /** One line that the user should see: a degenerate composition, suspicious units, labels that are missing. */
  default void warned(String line) {}

  /** One optimiser step is done. */
  default void stepped(Progress progress) {}

  /** One pass over the training set is done and validated. */
  default void epochDone(EpochReport report) {}

  /** The run is over and its files are written. */
  default void finished(TrainingResult result) {}
}
