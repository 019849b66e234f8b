package io.noether.nn.training;

import io.noether.autodiff.Workers;
import java.nio.file.Path;

/** Placeholder of the signatures; the loop follows. */
public final class Trainer {
  /** See the loop. */
  public Trainer(TrainingConfig config, TrainingData data, Path directory, Workers workers, TrainingListener listener) {
    throw new UnsupportedOperationException("not written yet");
  }

  /** Goes on from {@code directory/last}. */
  public void resume() {}

  /** Asks a running {@link #run()} to save everything and return after the current step; any thread may ask. */
  public void requestStop() {}

  /** Trains. */
  public TrainingResult run() {
    throw new UnsupportedOperationException("not written yet");
  }
}
