package io.noether.nn.training;

import io.noether.autodiff.optim.Progress;

/**
 * Hears how a training run goes. It is called on the training thread, so every method must return at once; the time it
 * takes is training time.
 */
public interface TrainingListener {
  /** A listener that does nothing. */
  TrainingListener SILENT = new TrainingListener() {};

  /** One line that the user should see: a degenerate composition, suspicious units, labels that are missing. */
  default void warned(String line) {}

  /** The data are split, the references fitted and the program built; training starts now. */
  default void started(TrainingSummary summary) {}

  /** One optimiser step is done. */
  default void stepped(Progress progress) {}

  /** One pass over the training set is done and validated. */
  default void epochDone(EpochReport report) {}

  /** The run is over. */
  default void finished(TrainingResult result) {}

  /** Both listeners: this one hears everything first. */
  default TrainingListener and(TrainingListener second) {
    TrainingListener first = this;
    return new TrainingListener() {
      @Override
      public void warned(String line) {
        first.warned(line);
        second.warned(line);
      }

      @Override
      public void started(TrainingSummary summary) {
        first.started(summary);
        second.started(summary);
      }

      @Override
      public void stepped(Progress progress) {
        first.stepped(progress);
        second.stepped(progress);
      }

      @Override
      public void epochDone(EpochReport report) {
        first.epochDone(report);
        second.epochDone(report);
      }

      @Override
      public void finished(TrainingResult result) {
        first.finished(result);
        second.finished(result);
      }
    };
  }
}
