package io.noether.nn.training;

import io.noether.autodiff.Workers;
import io.noether.autodiff.optim.Descent;
import io.noether.autodiff.optim.DescentListener;
import io.noether.autodiff.optim.DescentState.Best;
import io.noether.autodiff.optim.DivergedException;
import io.noether.autodiff.optim.Ending;
import io.noether.autodiff.optim.EpochEnd;
import io.noether.autodiff.optim.Progress;
import io.noether.core.InputException;
import io.noether.core.Structure;
import io.noether.nn.EnergyModel;
import io.noether.nn.ModelSpec;
import io.noether.nn.inference.TrainedModel;
import io.noether.nn.training.errors.Deviation;
import io.noether.nn.training.errors.ErrorFields;
import io.noether.nn.training.errors.Errors;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Trains a potential on labelled structures: epochs over shuffled batches, each followed by a validation of the averaged
 * weights, of which the best are kept. Nothing is read from the disk or written to it.
 *
 * <pre>{@code
 * var config = TrainingConfig.DEFAULT.withBudget(Budget.ofEpochs(50));
 * var result = new Trainer(config, new TrainingData(structures), Workers.CALLER).run();
 * Potential potential = result.model().potential(Workers.CALLER);
 * }</pre>
 *
 * <p>When the budget is epochs or steps, the same configuration and data give the same bits, with any number of threads,
 * and also when the run was stopped and its {@link #state()} restored by another trainer. A time limit stops at a step
 * that depends on the machine. {@link io.noether.nn.training.runs.RunFiles} keeps a run in a directory.
 */
public final class Trainer {
  private final TrainingConfig config;
  private final TrainingData data;
  private final TrainingSet set;
  private final EnergyModel model;
  private final Validator validator;
  private final Descent descent;
  private final List<EpochReport> history = new ArrayList<>();
  private Optional<Errors> bestErrors = Optional.empty();

  /**
   * Prepares a run: divides the data, fits references, finds neighbours, builds the programs.
   *
   * @param workers threads that help; they do not change the outcome
   * @throws InputException if the data cannot be trained on
   */
  public Trainer(TrainingConfig config, TrainingData data, Workers workers) {
    this.config = config;
    this.data = data;
    set = TrainingSet.prepare(config, data);
    var spec = set.spec();
    model = new EnergyModel(spec);
    // Inside the program the shift stays with the references, where double precision adds it.
    var inside = new EnergyModel(
        new ModelSpec(spec.architecture(), spec.elements(), spec.referenceEnergies(), spec.scale(), 0));
    var parameters = inside.newParameters(config.seed());
    var program = new LossProgram(inside, set.terms(), config.precision(), workers, parameters);
    var batch = new LabelledBatch(spec.elements(), config.loss(), spec.scale());
    var objective = new PotentialObjective(set.training(), config.batchSize(), config.seed(), batch, program);
    validator = new Validator(inside, set.references(), set.validation(), config.precision(), workers, parameters);
    descent = new Descent(config.descent(), objective, weights -> score(validator.measure(weights)),
        parameters.values(), workers);
  }

  /** The configuration. */
  public TrainingConfig config() {
    return config;
  }

  /** Where the structures come from, as the {@link TrainingData} say it. */
  public Map<String, String> origin() {
    return data.origin();
  }

  /** A fingerprint of the structures and their labels: SHA-256, hexadecimal. */
  public String dataSha256() {
    return set.sha256();
  }

  /** The structures that are learned from: without isolated atoms and without those held out for validation. */
  public List<Structure> trainingStructures() {
    return set.training().stream().map(LabelledStructure::structure).toList();
  }

  /** What is about to be trained, or trained further. */
  public TrainingSummary summary() {
    return new TrainingSummary(config, set.spec(), descent.weights().length, set.training().size(),
        set.validation().size(), set.references().origin(), descent.epochs());
  }

  /** All that another trainer with the same configuration and data needs to go on from here: a copy. */
  public TrainingState state() {
    return new TrainingState(descent.state(), bestErrors);
  }

  /**
   * Goes on from a state; to be called before {@link #run()}.
   *
   * @throws IllegalArgumentException if it is the state of another network
   */
  public void restore(TrainingState state) {
    descent.restore(state.descent());
    bestErrors = state.validation();
  }

  /** The model that validated best so far; empty before the first validation. */
  public Optional<TrainedModel> best() {
    return descent.best().map(best -> trained(best, bestErrors.orElseThrow()));
  }

  /** Asks a running {@link #run()} to return after the current step. Any thread may ask. */
  public void requestStop() {
    descent.requestStop();
  }

  /** Trains until the budget is used up, without saying anything. @throws DivergedException as {@link #run} does */
  public TrainingResult run() {
    return run(TrainingListener.SILENT);
  }

  /**
   * Trains until the budget is used up or a stop is requested.
   *
   * @throws DivergedException if gradients are no finite numbers in many steps in a row
   */
  public TrainingResult run(TrainingListener listener) {
    set.warnings().forEach(listener::warned);
    listener.started(summary());
    Ending ending = descent.run(new DescentListener() {
      @Override
      public void stepped(Progress progress) {
        listener.stepped(progress);
      }

      @Override
      public void epochDone(EpochEnd end) {
        if (end.best()) {
          bestErrors = Optional.of(validator.measured());
        }
        var report =
            new EpochReport(end.progress(), validator.measured(), end.score().orElseThrow(), end.best());
        history.add(report);
        listener.epochDone(report);
      }
    });
    var result = result(ending);
    listener.finished(result);
    return result;
  }

  private TrainingResult result(Ending ending) {
    Best best = descent.best().orElseGet(() -> { // stopped in the first epoch: any model is better than none
      var errors = validator.measure(descent.averaged());
      bestErrors = Optional.of(errors);
      return new Best(descent.epochs(), score(errors), descent.averaged());
    });
    var errors = bestErrors.orElseThrow();
    return new TrainingResult(ending, trained(best, errors), descent.epochs(), descent.steps(), descent.seconds(),
        best.epoch(), errors, history);
  }

  private TrainedModel trained(Best best, Errors errors) {
    var metadata = new LinkedHashMap<String, String>();
    data.origin().entrySet().stream().sorted(Map.Entry.comparingByKey())
        .forEach(e -> metadata.put("data." + e.getKey(), e.getValue()));
    metadata.put("data.sha256", set.sha256());
    metadata.put("data.training_structures", Integer.toString(set.training().size()));
    metadata.put("reference_energies_from", set.references().origin());
    metadata.put("training.epoch", Integer.toString(best.epoch()));
    metadata.putAll(ErrorFields.write("validation.", errors));
    return TrainedModel.of(model, best.weights(), config.precision(), metadata);
  }

  /** The weighted validation loss: what the loss would be with batches of everything. */
  private double score(Errors errors) {
    var weights = config.loss();
    double unit = 1e-3 / set.spec().scale();
    return weights.energy() * square(errors.energy(), unit) + weights.forces() * square(errors.forces(), unit)
        + weights.stress() * square(errors.stress(), unit);
  }

  private static double square(Optional<Deviation> deviation, double unit) {
    return deviation.map(d -> d.rmse() * d.rmse() * unit * unit).orElse(0.0);
  }
}
