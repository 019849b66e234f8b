package io.noether.graphs.molecules;

import io.noether.autodiff.ParameterSet;
import io.noether.autodiff.Workers;
import io.noether.autodiff.optim.Descent;
import io.noether.autodiff.optim.DescentConfig;
import io.noether.autodiff.optim.DescentListener;
import io.noether.autodiff.optim.DescentState;
import io.noether.autodiff.optim.DivergedException;
import io.noether.autodiff.optim.Ending;
import io.noether.autodiff.optim.OptimiserConfig;
import io.noether.autodiff.optim.Progress;
import io.noether.autodiff.optim.RateSchedule;
import java.util.List;
import java.util.function.Consumer;

/**
 * Trains the network on molecules, corrupted to all levels. The learning rate falls along a cosine, and the averaged
 * weights are the model. Settings, plan and molecules decide every bit, also if the run was stopped and another trainer
 * goes on from its {@link #state()}.
 */
public final class MoleculeTrainer {
  private static final OptimiserConfig OPTIMISER = new OptimiserConfig(0, 1e-4, false, 0.9, 0.999, 20, 0.999);
  private static final int WARM_UP_STEPS = 199; // the 200th step is the first at the full rate

  private final TrainingPlan plan;
  private final MoleculeNetwork network;
  private final List<MoleculeGraph> molecules;
  private final Corruption corruption;
  private final MoleculeObjective objective;
  private final Descent descent;

  /**
   * Prepares a run.
   *
   * @param molecules of the settings' atom types
   * @param workers threads that help; they do not change the outcome
   */
  public MoleculeTrainer(MoleculeSettings settings, TrainingPlan plan, List<MoleculeGraph> molecules,
      Workers workers) {
    this.plan = plan;
    this.molecules = List.copyOf(molecules);
    network = new MoleculeNetwork(settings);
    corruption = Corruption.of(molecules);
    ParameterSet parameters = network.newParameters(plan.seed());
    objective = new MoleculeObjective(plan, network, this.molecules, corruption, parameters, workers);
    var config = new DescentConfig(OPTIMISER.withLearningRate(plan.learningRate()),
        RateSchedule.COSINE.withWarmupSteps(WARM_UP_STEPS), plan.budget());
    descent = new Descent(config, objective, parameters.values(), workers);
  }

  /** The shape of the network. */
  public MoleculeSettings settings() {
    return network.settings();
  }

  /** How it is trained. */
  public TrainingPlan plan() {
    return plan;
  }

  /** The molecules that it learns from. */
  public List<MoleculeGraph> molecules() {
    return molecules;
  }

  /**
   * Trains until the budget is used up or a stop is requested.
   *
   * @param reportSteps steps between reports, at least 1
   * @param listener hears the reports, on this thread
   * @throws DivergedException if gradients are no finite numbers in many steps in a row
   */
  public Ending run(int reportSteps, Consumer<TrainingReport> listener) {
    int compared = Math.max(1, reportSteps / 10); // decoding takes time: the last steps before a report tell enough
    return descent.run(new DescentListener() {
      @Override
      public void stepped(Progress p) {
        long left = reportSteps - 1 - (p.steps() - 1) % reportSteps;
        if (left < compared) {
          objective.compare();
        }
        if (left == 0) {
          double passes = p.epoch() - 1 + (double) p.step() / p.stepsPerEpoch();
          listener.accept(objective.sums().report(passes, p.steps(), p.elapsed(), p.fraction()));
        }
      }
    });
  }

  /** Asks a running {@link #run} to return after the current step. Any thread may ask. */
  public void requestStop() {
    descent.requestStop();
  }

  /** All that another trainer with the same settings, plan and molecules needs to go on from here: a copy. */
  public DescentState state() {
    return descent.state();
  }

  /** Goes on from a state; to be called before {@link #run}. @throws IllegalArgumentException if it does not fit */
  public void restore(DescentState state) {
    descent.restore(state);
  }

  /** The model so far, with averaged weights. */
  public MoleculeModel model() {
    var averaged = network.newParameters(plan.seed());
    System.arraycopy(descent.averaged(), 0, averaged.values(), 0, averaged.values().length);
    return new MoleculeModel(network, averaged, corruption, SizeDistribution.of(molecules));
  }
}
