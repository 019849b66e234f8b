package io.noether.nn.training;

import io.noether.autodiff.ParameterSet;
import io.noether.autodiff.Workers;
import io.noether.core.InputException;
import io.noether.core.Seeds;
import io.noether.core.Structure;
import io.noether.nn.EnergyModel;
import io.noether.nn.ModelSpec;
import io.noether.nn.files.ModelFile;
import io.noether.nn.training.TrainingResult.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A training run: epochs over shuffled batches, each followed by validation with averaged weights.
 *
 * <p>In its directory it keeps {@code model.safetensors} (the averaged weights that validated best), {@code
 * last/checkpoint.safetensors} (everything to go on from) and {@code metrics.csv}.
 *
 * <p>When the budget is epochs, the same configuration and data give the same bits, with any number of threads, and
 * also when the process was killed and the run resumed. A time limit stops at a step that depends on the machine.
 */
public final class Trainer {
  private final TrainingConfig config;
  private final TrainingData data;
  private final Path directory;
  private final TrainingListener listener;
  private final TrainingSet set;
  private final ParameterSet parameters;
  private final LossProgram program;
  private final LabelledBatch batch;
  private final Validator validator;
  private final Optimiser optimiser;
  private final Schedule schedule;
  private final RunState state = new RunState();
  private final MetricsFile metrics;
  private final int batches;
  private volatile boolean stopRequested;
  private double lastRate;
  private long sessionStructures;
  private double lastSave;
  private boolean modelSaved;

  /**
   * Prepares a run: divides the data, fits references, finds neighbours, builds the programs.
   *
   * @param directory where files go; made if need be
   * @param workers threads that help; they do not change the outcome
   * @throws InputException if the data cannot be trained on
   */
  public Trainer(TrainingConfig config, TrainingData data, Path directory, Workers workers, TrainingListener listener) {
    this.config = config;
    this.data = data;
    this.directory = directory;
    this.listener = listener;
    set = TrainingSet.prepare(config, data);
    set.warnings().forEach(listener::warned);

    // Inside the program the shift stays with the references, where double precision adds it.
    var spec = set.spec();
    var model = new EnergyModel(
        new ModelSpec(spec.architecture(), spec.elements(), spec.referenceEnergies(), spec.scale(), 0));
    parameters = model.newParameters(config.seed());
    program = new LossProgram(model, set.terms(), config.precision(), workers, parameters);
    validator = new Validator(model, set.references(), set.validation(), config.precision(), workers);
    optimiser = new Optimiser(config.optimiser(), workers, parameters.values());
    batch = new LabelledBatch(spec.elements(), config.loss(), spec.scale());
    schedule = new Schedule(config.schedule(), config.optimiser().learningRate());
    metrics = new MetricsFile(directory);
    batches = (set.training().size() + config.optimiser().batchSize() - 1) / config.optimiser().batchSize();
  }

  /**
   * Takes up the run that {@code directory/last} holds; call it before {@link #run()}.
   *
   * @throws InputException if there is none, or it was made with other data or another configuration (the budget aside)
   */
  public void resume() {
    Checkpoint.restore(directory, config, set.sha256(), state, optimiser, schedule);
  }

  /** The structures that are learned from: without isolated atoms and without those held out for validation. */
  public List<Structure> trainingStructures() {
    return set.training().stream().map(Sample::structure).toList();
  }

  /** Asks a running {@link #run()} to save everything and return after the current step. Any thread may ask. */
  public void requestStop() {
    stopRequested = true;
  }

  /**
   * Trains until the budget is used up or a stop is requested.
   *
   * @throws InputException if files cannot be written
   * @throws DivergedException if the loss is no finite number any more
   */
  public TrainingResult run() {
    makeDirectories();
    metrics.start(state.epoch);
    state.startClock();
    save(); // a directory that cannot be written shows now, not after an hour
    listener.started(summary());
    Optional<Reason> reason = over();
    while (reason.isEmpty()) {
      trainEpoch();
      reason = over();
      boolean cutShort = reason.isPresent() && reason.get() == Reason.TIME_LIMIT && state.batch > 0;
      if (state.batch == batches || cutShort) {
        finishEpoch();
        reason = over();
      }
    }
    return finish(reason.get());
  }

  /** Steps through what is left of the current epoch, or until the run is over. */
  private void trainEpoch() {
    int[] order = Seeds.order(set.training().size(), config.seed(), state.epoch);
    while (state.batch < batches && !stopRequested && !timeIsUp()) {
      int from = state.batch * config.optimiser().batchSize();
      int to = Math.min(from + config.optimiser().batchSize(), order.length);
      batch.fill(set.training(), order, from, to);
      double loss = program.run(batch, parameters, optimiser.gradient());
      lastRate = schedule.rate(optimiser.steps(), usedForSchedule());
      optimiser.step(lastRate);
      state.lossSum += Double.isFinite(loss) ? loss : 0;
      state.batch++;
      sessionStructures += to - from;
      listener.stepped(progress());
      double every = config.budget().checkpointEvery();
      if (every > 0 && state.sessionSeconds() - lastSave > every) {
        save();
      }
    }
  }

  /** Validates the averaged weights and keeps them if they are the best so far. */
  private void finishEpoch() {
    Errors errors = validator.errors(parameters, optimiser.averaged());
    double score = score(errors);
    boolean best = state.best.isEmpty() || score < state.best.get().score();
    if (best) {
      keep(errors, score);
    } else {
      state.waited++;
    }
    schedule.epochDone(score);
    var report = new EpochReport(progress(), errors, score, best);
    state.epoch++;
    state.batch = 0;
    state.lossSum = 0;
    metrics.append(report);
    if (config.budget().checkpointEvery() == 0) {
      save();
    }
    listener.epochDone(report);
  }

  private void keep(Errors errors, double score) {
    state.best = Optional.of(new RunState.Best(state.epoch + 1, score, errors, optimiser.averaged().clone()));
    state.waited = 0;
    modelSaved = false;
  }

  private TrainingResult finish(Reason reason) {
    save();
    RunState.Best best = state.best.orElseGet(() -> { // stopped in the first epoch: any model is better than none
      Errors errors = validator.errors(parameters, optimiser.averaged());
      return new RunState.Best(state.epoch, score(errors), errors, optimiser.averaged());
    });
    if (state.best.isEmpty()) {
      saveModel(best);
    }
    var result = new TrainingResult(reason, modelFile(), state.epoch, optimiser.steps(), state.seconds(), best.epoch(),
        best.errors());
    listener.finished(result);
    return result;
  }

  private Optional<Reason> over() {
    var budget = config.budget();
    if (stopRequested) {
      return Optional.of(Reason.STOP_REQUESTED);
    }
    if (budget.epochs() > 0 && state.epoch >= budget.epochs()) {
      return Optional.of(Reason.EPOCHS);
    }
    if (timeIsUp()) {
      return Optional.of(Reason.TIME_LIMIT);
    }
    return budget.patience() > 0 && state.waited >= budget.patience()
        ? Optional.of(Reason.EARLY_STOPPING) : Optional.empty();
  }

  private boolean timeIsUp() {
    return config.budget().timeLimit() > 0 && state.seconds() >= config.budget().timeLimit();
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

  /** Saves the run, and the best model if it is newer than its file. */
  private void save() {
    if (state.best.isPresent() && !modelSaved) {
      saveModel(state.best.get());
      modelSaved = true;
    }
    Checkpoint.write(directory, config, data.origin(), set.sha256(), state, optimiser, schedule.state());
    lastSave = state.sessionSeconds();
  }

  private void saveModel(RunState.Best best) {
    Map<String, String> provenance = new LinkedHashMap<>();
    data.origin().entrySet().stream().sorted(Map.Entry.comparingByKey())
        .forEach(e -> provenance.put("data." + e.getKey(), e.getValue()));
    provenance.put("data.sha256", set.sha256());
    provenance.put("data.training_structures", Integer.toString(set.training().size()));
    provenance.put("reference_energies_from", set.references().origin());
    config.settings().stream().filter(s -> !s.section().equals("model") && !s.section().equals("budget"))
        .forEach(s -> provenance.put("training." + s.key(), String.valueOf(s.value())));
    provenance.put("training.epoch", Integer.toString(best.epoch()));
    provenance.putAll(ErrorFields.write("validation.", best.errors()));
    ModelFile.save(modelFile(), set.spec(), parameters, best.weights(), config.precision(), provenance);
  }

  private void makeDirectories() {
    try {
      Files.createDirectories(Checkpoint.file(directory).toAbsolutePath().getParent());
    } catch (IOException e) {
      throw new InputException(directory + ": cannot be made: " + e + "; choose another directory", e);
    }
  }

  private Path modelFile() {
    return directory.resolve("model.safetensors");
  }

  private TrainingSummary summary() {
    return new TrainingSummary(config, set.spec(), parameters.values().length, set.training().size(),
        set.validation().size(), set.references().origin(), directory, state.epoch);
  }

  /** Share of the budget that the cosine schedule runs over: epochs if they are limited, so that bits repeat. */
  private double usedForSchedule() {
    return config.budget().epochs() > 0 ? epochsUsed() : timeUsed();
  }

  private double epochsUsed() {
    int epochs = config.budget().epochs();
    return epochs == 0 ? 0 : (state.epoch + (double) state.batch / batches) / epochs;
  }

  private double timeUsed() {
    double limit = config.budget().timeLimit();
    return limit == 0 ? 0 : Math.min(1, state.seconds() / limit);
  }

  private Progress progress() {
    double session = state.sessionSeconds();
    double perSecond = session > 0 ? sessionStructures / session : 0;
    var budget = config.budget();
    double remaining = Double.POSITIVE_INFINITY;
    if (budget.timeLimit() > 0) {
      remaining = Math.max(0, budget.timeLimit() - state.seconds());
    }
    if (budget.epochs() > 0 && perSecond > 0) {
      double structures = (1 - epochsUsed()) * budget.epochs() * set.training().size();
      remaining = Math.min(remaining, structures / perSecond);
    }
    return new Progress(state.epoch + 1, state.batch, batches, lastRate, state.meanLoss(), perSecond, state.seconds(),
        Math.max(epochsUsed(), timeUsed()),
        Double.isInfinite(remaining) ? OptionalDouble.empty() : OptionalDouble.of(remaining));
  }
}
