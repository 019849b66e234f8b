package io.noether.examples;

import io.noether.autodiff.Workers;
import io.noether.autodiff.optim.Budget;
import io.noether.autodiff.optim.RateSchedule;
import io.noether.core.Potential;
import io.noether.core.Structure;
import io.noether.core.io.LabelKeys;
import io.noether.core.io.StructureReader;
import io.noether.nn.training.Trainer;
import io.noether.nn.training.TrainingConfig;
import io.noether.nn.training.TrainingData;
import java.nio.file.Path;
import java.util.List;

/**
 * Trains a potential in a program, without any files of the run: from a list of labelled structures to a potential that
 * predicts.
 *
 * <p>Run: {@code TrainInCode DATA.extxyz [EPOCHS]}.
 */
public final class TrainInCode {
  private static final int EPOCHS = 20;

  private TrainInCode() {}

  /** Prints what the potential says of the first structure. */
  public static void main(String[] arguments) {
    int epochs = arguments.length < 2 ? EPOCHS : Integer.parseInt(arguments[1]);
    List<Structure> structures = StructureReader.read(Path.of(arguments[0]), LabelKeys.USUAL);
    Structure first = structures.getFirst();
    double predicted = train(structures, epochs).predict(first).energy();
    System.out.printf("energy of the first structure: %.4f eV, predicted %.4f eV%n",
        first.labels().energy().orElseThrow(), predicted);
  }

  /** Structures with energies and forces in, a potential out. */
  static Potential train(List<Structure> structures, int epochs) {
    var config = TrainingConfig.DEFAULT.withBudget(Budget.ofEpochs(epochs)).withSchedule(RateSchedule.COSINE);
    var result = new Trainer(config, new TrainingData(structures), Workers.CALLER).run();
    System.out.printf("forces: %.1f meV/Å on the structures held out, after %d epochs%n",
        result.validation().forces().orElseThrow().mae(), result.epochs());
    return result.model().potential(Workers.CALLER);
  }
}
