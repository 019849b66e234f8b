package io.noether.nn.training.runs;

import io.noether.core.InputException;
import io.noether.core.safetensors.Metadata;
import io.noether.core.safetensors.Safetensors;
import io.noether.core.safetensors.SafetensorsWriter;
import io.noether.nn.files.SavedDescent;
import io.noether.nn.models.Architectures;
import io.noether.nn.training.Trainer;
import io.noether.nn.training.TrainingConfig;
import io.noether.nn.training.TrainingState;
import io.noether.nn.training.errors.ErrorFields;
import io.noether.nn.training.errors.Errors;
import io.noether.nn.training.settings.Setting;
import io.noether.nn.training.settings.TrainingSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Everything a run needs to go on with the same bits: {@code last/checkpoint.safetensors}, replaced as a whole. Numbers
 * are kept in double; nothing random has a state, since orders follow from the seed and the epoch ({@link
 * io.noether.core.Seeds}). The configuration and the data's origin are entries of the header, one for each setting.
 */
final class Checkpoint {
  private static final String FORMAT = "noether-checkpoint";
  private static final String VERSION = "2";
  private static final String CONFIG = "config.";
  private static final String ORIGIN = "origin.";
  private static final String ERRORS = "best.";

  private Checkpoint() {}

  static Path file(Path directory) {
    return directory.resolve("last").resolve("checkpoint.safetensors");
  }

  static void write(Path directory, Trainer trainer, TrainingState state) {
    var writer = new SafetensorsWriter().put("format", FORMAT).put("format_version", VERSION);
    for (Setting s : TrainingSettings.standard().list(trainer.config())) {
      writer.put(CONFIG + s.key(), String.valueOf(s.value()));
    }
    trainer.origin().entrySet().stream().sorted(Map.Entry.comparingByKey())
        .forEach(e -> writer.put(ORIGIN + e.getKey(), e.getValue()));
    writer.put("data_sha256", trainer.dataSha256());
    SavedDescent.write(writer, state.descent());
    state.validation().ifPresent(errors -> writer.putAll(ErrorFields.write(ERRORS, errors)));
    writer.write(file(directory));
  }

  /** The state of a saved run, if it is one of this trainer. */
  static TrainingState read(Path directory, Trainer trainer) {
    Path file = file(directory);
    try (var in = open(directory)) {
      var metadata = Metadata.of(file, in);
      if (!trainer.dataSha256().equals(metadata.text("data_sha256"))) {
        throw new InputException(
            file + ": the run was trained on other data; resume it with the same files and keys, in the same order");
      }
      checkSame(metadata, trainer.config());
      var descent = SavedDescent.read(in, metadata);
      Optional<Errors> errors = descent.best().map(_ -> ErrorFields.read(ERRORS, metadata.entries()));
      return new TrainingState(descent, errors);
    } catch (NumberFormatException e) {
      throw new InputException(file + ": the header has a broken number (" + e.getMessage() + "); it is damaged", e);
    }
  }

  static SavedRun describe(Path directory, Architectures architectures) {
    Path file = file(directory);
    try (var in = open(directory)) {
      var metadata = Metadata.of(file, in);
      var config = new TrainingSettings(architectures).read(metadata.below(CONFIG), file.toString());
      return new SavedRun(config, metadata.below(ORIGIN), metadata.whole("epoch", 0, Integer.MAX_VALUE));
    }
  }

  private static Safetensors open(Path directory) {
    Path file = file(directory);
    if (!Files.exists(file)) {
      throw new InputException(directory + ": there is no run to resume here (" + file + " is missing)");
    }
    var in = Safetensors.open(file);
    if (!FORMAT.equals(in.metadata().get("format")) || !VERSION.equals(in.metadata().get("format_version"))) {
      in.close();
      throw new InputException(file + ": is not a checkpoint of this version of Noether; start the run anew");
    }
    return in;
  }

  /** The budget may change on resuming, nothing else. */
  private static void checkSame(Metadata saved, TrainingConfig config) {
    for (Setting now : TrainingSettings.standard().list(config)) {
      String before = saved.text(CONFIG + now.key());
      if (!String.valueOf(now.value()).equals(before) && !now.section().equals("budget")) {
        throw new InputException(saved.file() + ": the run was started with '" + now.key() + "' = " + before + ", not "
            + now.value() + "; only the budget may change when a run is resumed");
      }
    }
  }
}
