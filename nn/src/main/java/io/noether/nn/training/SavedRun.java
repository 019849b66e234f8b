package io.noether.nn.training;

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
  /** Reads {@code directory/last}. @throws io.noether.core.InputException if there is no checkpoint or it is damaged */
  public static SavedRun read(Path directory) {
    return Checkpoint.describe(directory);
  }
}
