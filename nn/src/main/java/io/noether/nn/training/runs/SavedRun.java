package io.noether.nn.training.runs;

import io.noether.core.InputException;
import io.noether.nn.models.Architectures;
import io.noether.nn.training.TrainingConfig;
import io.noether.nn.training.TrainingData;
import java.nio.file.Path;
import java.util.Map;

/**
 * What a run that can be resumed says about itself: enough to load its data again.
 *
 * @param config its configuration
 * @param origin what {@link TrainingData#origin()} was
 * @param epochs complete epochs
 */
public record SavedRun(TrainingConfig config, Map<String, String> origin, int epochs) {
  /** Reads a run of one of the library's architectures; see {@link #read(Path, Architectures)}. */
  public static SavedRun read(Path directory) {
    return read(directory, Architectures.standard());
  }

  /**
   * Reads the checkpoint of a run's directory.
   *
   * @param architectures those that the run may be of
   * @throws InputException if there is no checkpoint or it is damaged
   */
  public static SavedRun read(Path directory, Architectures architectures) {
    return Checkpoint.describe(directory, architectures);
  }
}
