package io.noether.autodiff.optim;

import io.noether.autodiff.Workers;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Gradient descent on an {@link Objective}: epochs over its batches, each step with AdamW, and after an epoch a
 * validation of the averaged weights, of which the best are kept.
 *
 * <p>With a budget of epochs or steps, the same objective and first weights give the same bits, with any number of
 * threads, and also if the descent was stopped and another one restored from its {@link #state()}.
 *
 * <pre>{@code
 * var config = new DescentConfig(OptimiserConfig.adam(0.01), RateSchedule.COSINE, Budget.ofSteps(1000));
 * new Descent(config, objective, parameters.values(), Workers.CALLER).run(DescentListener.SILENT);
 * }</pre>
 *
 * <p>One thread runs it; any thread may call {@link #requestStop()}.
 */
public final class Descent {
  private final DescentConfig config;
  private final Objective objective;
  private final Optional<Validation> validation;
  private final double[] weights;
  private final Optimiser optimiser;
  private final Clock clock = new Clock();
  private Plateau plateau = Plateau.START;
  private int epoch;
  private int batch;
  private double lossSum;
  private Optional<DescentState.Best> best = Optional.empty();
  private double lastRate;
  private volatile boolean stopRequested;

  /**
   * A descent without validation.
   *
   * @param weights where it starts; moved in place
   * @param workers threads that help the optimiser; they do not change the outcome
   */
  public Descent(DescentConfig config, Objective objective, double[] weights, Workers workers) {
    this(config, objective, Optional.empty(), weights, workers);
  }

  /** A descent that keeps the averaged weights that validate best. */
  public Descent(DescentConfig config, Objective objective, Validation validation, double[] weights,
      Workers workers) {
    this(config, objective, Optional.of(validation), weights, workers);
  }

  private Descent(DescentConfig config, Objective objective, Optional<Validation> validation, double[] weights,
      Workers workers) {
    this.config = config;
    this.objective = objective;
    this.validation = validation;
    this.weights = weights;
    optimiser = new Optimiser(config.optimiser(), workers, weights);
  }

  /** The newest weights: the array itself. */
  public double[] weights() {
    return weights;
  }

  /** The moving average of the weights: the array itself. */
  public double[] averaged() {
    return optimiser.averaged();
  }

  /** The weights that validated best; empty before the first validation. */
  public Optional<DescentState.Best> best() {
    return best;
  }

  /** Complete epochs. */
  public int epochs() {
    return epoch;
  }

  /** Steps taken, those before a restored state included. */
  public long steps() {
    return optimiser.steps();
  }

  /** Training time, that before a restored state included, s. */
  public double seconds() {
    return clock.seconds();
  }

  /** All that another descent needs to go on from here: a copy. */
  public DescentState state() {
    return new DescentState(weights.clone(), optimiser.state(), plateau, epoch, batch, lossSum, seconds(), best);
  }

  /**
   * Goes on from a state; to be called before {@link #run}.
   *
   * @throws IllegalArgumentException if the state is of another number of weights, another kind of optimiser, or further
   *     in an epoch than there are batches
   */
  public void restore(DescentState state) {
    if (state.weights().length != weights.length
        || state.best().isPresent() && state.best().get().weights().length != weights.length) {
      throw new IllegalArgumentException("the state is of another number of weights than " + weights.length);
    }
    if (state.batch() > objective.batches()) {
      throw new IllegalArgumentException("the state is at batch " + state.batch() + " of an epoch, but there are "
          + objective.batches() + ": it is of other data or another batch size");
    }
    optimiser.restore(state.optimiser());
    System.arraycopy(state.weights(), 0, weights, 0, weights.length);
    plateau = state.plateau();
    epoch = state.epoch();
    batch = state.batch();
    lossSum = state.lossSum();
    clock.startAfter(state.seconds());
    best = state.best();
  }

  /** Asks a running {@link #run} to return after the current step. Any thread may ask, also before it runs. */
  public void requestStop() {
    stopRequested = true;
  }

  /**
   * Takes steps until the budget is used up or a stop is requested.
   *
   * @throws DivergedException if gradients are no finite numbers in many steps in a row
   * @throws IllegalArgumentException if an epoch has no batches, or validation is asked for every 0 epochs
   */
  public Ending run(DescentListener listener) {
    if (objective.batches() < 1 || validation.isPresent() && validation.get().every() < 1) {
      throw new IllegalArgumentException(
          "an epoch must have a batch or more, and there must be an epoch or more between "
              + "validations");
    }
    clock.startSession();
    Optional<Ending> ending = ending();
    while (ending.isEmpty()) {
      takeSteps(listener);
      ending = ending();
      boolean cutShort = ending.isPresent() && ending.get() != Ending.STOP_REQUESTED && batch > 0;
      if (batch == objective.batches() || cutShort) {
        finishEpoch(listener);
        ending = ending();
      }
    }
    return ending.get();
  }

  /** Steps through what is left of the current epoch, or until the descent is over. */
  private void takeSteps(DescentListener listener) {
    while (batch < objective.batches() && !stopRequested && !outOfSteps() && !outOfTime()) {
      double loss = objective.evaluate(new Step(epoch, batch, optimiser.steps()), weights, optimiser.gradient());
      lastRate = config.schedule().rate(config.optimiser().learningRate(), optimiser.steps(), usedForSchedule(),
          plateau);
      optimiser.step(lastRate);
      lossSum += Double.isFinite(loss) ? loss : 0;
      clock.saw(objective.examples(batch));
      batch++;
      listener.stepped(progress());
    }
  }

  private void finishEpoch(DescentListener listener) {
    var score = OptionalDouble.empty();
    boolean isBest = false;
    if (validation.isPresent() && mustValidate(validation.get())) {
      double found = validation.get().score(optimiser.averaged());
      score = OptionalDouble.of(found);
      isBest = best.isEmpty() || found < best.get().score()
          || Double.isNaN(best.get().score()) && !Double.isNaN(found);
      if (isBest) {
        best = Optional.of(new DescentState.Best(epoch + 1, found, optimiser.averaged().clone()));
      }
      plateau = config.schedule().after(plateau, found);
    }
    var end = new EpochEnd(progress(), score, isBest);
    epoch++;
    batch = 0;
    lossSum = 0;
    listener.epochDone(end);
  }

  /** What a time limit cuts short is validated too: there may be no later epoch. */
  private boolean mustValidate(Validation held) {
    return (epoch + 1) % held.every() == 0 || epoch + 1 == config.budget().epochs() || outOfSteps() || outOfTime();
  }

  private Optional<Ending> ending() {
    var budget = config.budget();
    if (stopRequested) {
      return Optional.of(Ending.STOP_REQUESTED);
    }
    if (budget.epochs() > 0 && epoch >= budget.epochs()) {
      return Optional.of(Ending.EPOCHS);
    }
    if (outOfSteps()) {
      return Optional.of(Ending.STEPS);
    }
    if (outOfTime()) {
      return Optional.of(Ending.TIME_LIMIT);
    }
    boolean waitedLong = best.isPresent() && epoch - best.get().epoch() >= budget.patience();
    return budget.patience() > 0 && waitedLong ? Optional.of(Ending.EARLY_STOPPING) : Optional.empty();
  }

  private boolean outOfSteps() {
    return config.budget().steps() > 0 && optimiser.steps() >= config.budget().steps();
  }

  private boolean outOfTime() {
    return config.budget().seconds() > 0 && clock.seconds() >= config.budget().seconds();
  }

  /** Share of the budget that the cosine runs over: epochs or steps if they are limited, so that bits repeat. */
  private double usedForSchedule() {
    var budget = config.budget();
    return budget.epochs() > 0 ? epochsUsed() : budget.steps() > 0 ? stepsUsed() : timeUsed();
  }

  private double epochsUsed() {
    int epochs = config.budget().epochs();
    return epochs == 0 ? 0 : (epoch + (double) batch / objective.batches()) / epochs;
  }

  private double stepsUsed() {
    long steps = config.budget().steps();
    return steps == 0 ? 0 : (double) optimiser.steps() / steps;
  }

  private double timeUsed() {
    double limit = config.budget().seconds();
    return limit == 0 ? 0 : Math.min(1, clock.seconds() / limit);
  }

  private Progress progress() {
    double meanLoss = batch == 0 ? 0 : lossSum / batch;
    double used = Math.max(Math.max(epochsUsed(), stepsUsed()), timeUsed());
    return new Progress(epoch + 1, batch, objective.batches(), optimiser.steps(), lastRate, meanLoss,
        clock.examplesPerSecond(), clock.seconds(), used, remaining());
  }

  private OptionalDouble remaining() {
    var budget = config.budget();
    double remaining = Double.POSITIVE_INFINITY;
    if (budget.seconds() > 0) {
      remaining = Math.max(0, budget.seconds() - clock.seconds());
    }
    double perStep = clock.secondsPerStep();
    if (budget.epochs() > 0 && perStep > 0) {
      double steps = (1 - epochsUsed()) * budget.epochs() * objective.batches();
      remaining = Math.min(remaining, steps * perStep);
    }
    if (budget.steps() > 0 && perStep > 0) {
      remaining = Math.min(remaining, (budget.steps() - optimiser.steps()) * perStep);
    }
    return Double.isInfinite(remaining) ? OptionalDouble.empty() : OptionalDouble.of(remaining);
  }
}
