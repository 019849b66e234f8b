package io.noether.nn.training.runs;

import io.noether.autodiff.optim.Progress;
import io.noether.core.InputException;
import io.noether.nn.training.EpochReport;
import io.noether.nn.training.errors.Deviation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code metrics.csv}: one line for each epoch. */
final class MetricsFile {
  private static final String HEADER = "epoch,seconds,learning_rate,training_loss,score,best,"
      + "energy_mae_mev_per_atom,energy_rmse_mev_per_atom,forces_mae_mev_per_a,forces_rmse_mev_per_a,"
      + "stress_mae_mev_per_a3,stress_rmse_mev_per_a3,structures_per_second";

  private final Path file;

  MetricsFile(Path directory) {
    file = directory.resolve("metrics.csv");
  }

  /** Starts the file anew, keeping the first epochs that are there. */
  void start(int epochs) {
    try {
      var lines = new ArrayList<>(List.of(HEADER));
      if (epochs > 0 && Files.exists(file)) {
        var old = Files.readAllLines(file);
        lines.addAll(old.subList(Math.min(1, old.size()), Math.min(1 + epochs, old.size())));
      }
      Files.write(file, lines);
    } catch (IOException e) {
      throw cannotWrite(e);
    }
  }

  void append(EpochReport report) {
    Progress p = report.progress();
    String line = p.epoch() + "," + p.elapsed() + "," + p.learningRate() + "," + p.loss() + "," + report.score() + ","
        + (report.best() ? 1 : 0) + "," + columns(report.validation().energy()) + ","
        + columns(report.validation().forces())
        + "," + columns(report.validation().stress()) + "," + p.examplesPerSecond() + "\n";
    try {
      Files.writeString(file, line, StandardOpenOption.APPEND, StandardOpenOption.CREATE);
    } catch (IOException e) {
      throw cannotWrite(e);
    }
  }

  private static String columns(Optional<Deviation> deviation) {
    return deviation.map(d -> d.mae() + "," + d.rmse()).orElse(",");
  }

  private InputException cannotWrite(IOException e) {
    return new InputException(file + ": cannot be written: " + e + "; choose another --out or make room", e);
  }
}
