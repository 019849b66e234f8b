package io.noether.nn.training.runs;

import io.noether.autodiff.optim.Progress;
import io.noether.core.InputException;
import io.noether.nn.files.ModelFile;
import io.noether.nn.inference.TrainedModel;
import io.noether.nn.training.EpochReport;
import io.noether.nn.training.Trainer;
import io.noether.nn.training.TrainingListener;
import io.noether.nn.training.TrainingResult;
import io.noether.nn.training.TrainingSummary;
import io.noether.nn.training.settings.TrainingSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;

/**
 * Keeps a run in a directory: {@code model.safetensors} (the averaged weights that validated best), {@code
 * last/checkpoint.safetensors} (everything to go on from) and {@code metrics.csv} (a line for each epoch).
 *
 * <pre>{@code
 * var trainer = new Trainer(config, data, workers);
 * trainer.run(new RunFiles(directory, trainer));
 * }</pre>
 *
 * <p>A run that was stopped or killed goes on with {@link #resume()}, and gives the same bits as one that was not.
 */
public final class RunFiles implements TrainingListener {
  private final Path directory;
  private final Trainer trainer;
  private final MetricsFile metrics;
  private double lastSave;
  private boolean modelSaved;

  /** @param directory where the files go; made when the run starts, if need be */
  public RunFiles(Path directory, Trainer trainer) {
    this.directory = directory;
    this.trainer = trainer;
    metrics = new MetricsFile(directory);
  }

  /** The file of a run's model. */
  public static Path model(Path directory) {
    return directory.resolve("model.safetensors");
  }

  /**
   * Lets the trainer take up the run that the directory holds; to be called before it runs.
   *
   * @throws InputException if there is none, or it was made with other data or another configuration (the budget aside)
   */
  public void resume() {
    var state = Checkpoint.read(directory, trainer);
    try {
      trainer.restore(state);
    } catch (IllegalArgumentException e) {
      throw new InputException(Checkpoint.file(directory) + ": " + e.getMessage() + "; the file is damaged", e);
    }
  }

  /** Writes a first checkpoint: a directory that cannot be written to shows now, not after an hour. */
  @Override
  public void started(TrainingSummary summary) {
    try {
      Files.createDirectories(Checkpoint.file(directory).toAbsolutePath().getParent());
    } catch (IOException e) {
      throw new InputException(directory + ": cannot be made: " + e + "; choose another directory", e);
    }
    metrics.start(summary.resumedFromEpoch());
    save();
  }

  @Override
  public void stepped(Progress progress) {
    double every = trainer.config().checkpointEvery();
    if (every > 0 && progress.elapsed() - lastSave > every) {
      save();
    }
  }

  @Override
  public void epochDone(EpochReport report) {
    modelSaved &= !report.best();
    metrics.append(report);
    if (trainer.config().checkpointEvery() == 0) {
      save();
    }
  }

  @Override
  public void finished(TrainingResult result) {
    save();
    if (!modelSaved) { // stopped in the first epoch
      saveModel(result.model());
    }
  }

  /** Saves the run, and the best model if it is newer than its file. */
  private void save() {
    if (!modelSaved) {
      trainer.best().ifPresent(this::saveModel);
    }
    var state = trainer.state();
    Checkpoint.write(directory, trainer, state);
    lastSave = state.descent().seconds();
  }

  /** The settings stand before what training came to. */
  private void saveModel(TrainedModel model) {
    var metadata = new LinkedHashMap<String, String>();
    model.metadata().forEach((key, value) -> {
      if (key.equals("training.epoch")) {
        TrainingSettings.standard().list(trainer.config()).stream()
            .filter(s -> !s.section().equals("model") && !s.section().equals("budget"))
            .forEach(s -> metadata.put("training." + s.key(), String.valueOf(s.value())));
      }
      metadata.put(key, value);
    });
    ModelFile.save(model(directory),
        new TrainedModel(model.model(), model.parameters(), model.precision(), metadata));
    modelSaved = true;
  }
}
