package io.noether.graphs.molecules;

import io.noether.autodiff.Execution;
import io.noether.autodiff.Gradients;
import io.noether.autodiff.ParameterSet;
import io.noether.autodiff.Precision;
import io.noether.autodiff.Space;
import io.noether.autodiff.Tensor;
import io.noether.autodiff.Workers;
import io.noether.autodiff.plan.PlannedProgram;
import io.noether.core.Seeds;
import io.noether.nn.permutation.DenseBatch;
import io.noether.nn.training.Optimiser;
import io.noether.nn.training.OptimiserConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;

/** Trains the network on molecules: AdamW, cosine, moving average, molecules and what is left of them at all levels of corruption. */
public final class MoleculeTrainer {
  private static final double WEIGHT_DECAY = 1e-4;
  private static final double CLIP_NORM = 20;
  private static final double EMA_DECAY = 0.999;
  private static final int WARM_UP_STEPS = 200;
  /** The KL divergence counts in full only after these, or the decoder would learn to do without the latent numbers. */
  private static final int DIVERGENCE_STEPS = 1000;

  private final TrainingPlan plan;
  private final MoleculeNetwork network;
  private final List<MoleculeGraph> molecules;
  private final Corruption corruption;
  private final ParameterSet parameters;
  private final Optimiser optimiser;
  private final Tensor divergenceWeight;
  private final Tensor loss;
  private final List<Tensor> gradients;
  private final Execution execution;
  private final MoleculeBatch batch;
  private long steps;

  /** Prepares a run on molecules of the settings' atom types. */
  public MoleculeTrainer(MoleculeSettings settings, TrainingPlan plan, List<MoleculeGraph> molecules,
      Workers workers) {
    this.plan = plan;
    this.molecules = List.copyOf(molecules);
    network = new MoleculeNetwork(settings);
    corruption = Corruption.of(molecules);
    parameters = network.newParameters(plan.seed());
    optimiser = new Optimiser(new OptimiserConfig(plan.batchSize(), plan.learningRate(), WEIGHT_DECAY, false, 0.9,
        0.999, CLIP_NORM, EMA_DECAY), workers, parameters.values());
    divergenceWeight = network.graph.input("divergenceWeight", Space.POINT);
    loss = network.mismatch.plus(network.divergence.times(divergenceWeight)).named("loss");
    gradients = Gradients.of(loss, parameters.tensors());
    var outputs = new ArrayList<>(gradients);
    outputs.addAll(List.of(loss, network.mismatch, network.divergence, network.reconstruction.bonds(),
        network.reconstruction.atoms()));
    execution = PlannedProgram.of(outputs.stream().distinct().toList(), Precision.FLOAT32).newExecution(workers);
    batch = new MoleculeBatch(network);
  }

  /**
   * Trains until the budget is used up or the listener has had enough.
   *
   * @param reportSteps steps between reports
   * @param listener whether to go on
   */
  public void run(int reportSteps, Predicate<TrainingReport> listener) {
    long start = System.nanoTime();
    var sums = new ReportSums();
    int batches = Math.ceilDiv(molecules.size(), plan.batchSize());
    for (int epoch = 0;; epoch++) {
      int[] order = Seeds.order(molecules.size(), plan.seed(), epoch);
      for (int b = 0; b < batches; b++) {
        double seconds = (System.nanoTime() - start) * 1e-9;
        double passes = epoch + (double) b / batches;
        double fraction = Math.max(plan.epochs() > 0 ? passes / plan.epochs() : 0,
            plan.seconds() > 0 ? seconds / plan.seconds() : 0);
        if (steps > 0 && steps % reportSteps == 0 && !listener.test(sums.report(passes, steps, seconds, fraction))
            || fraction >= 1) {
          return;
        }
        step(order, b * plan.batchSize(), fraction, sums);
      }
    }
  }

  private void step(int[] order, int from, double fraction, ReportSums sums) {
    RandomGenerator random = Seeds.generator(plan.seed(), steps);
    var clean = new ArrayList<MoleculeGraph>();
    var seen = new ArrayList<MoleculeGraph>();
    int count = Math.min(plan.batchSize(), molecules.size() - from);
    double[] levels = new double[count];
    for (int k = 0; k < count; k++) {
      var molecule = molecules.get(order[from + k]);
      clean.add(molecule);
      levels[k] = NoiseSchedule.level(random.nextDouble());
      seen.add(corruption.apply(molecule, levels[k], random));
    }
    int[] sizes = clean.stream().mapToInt(MoleculeGraph::size).toArray();
    int atoms = java.util.Arrays.stream(sizes).sum();
    batch.bindSizes(execution, new DenseBatch(network.settings().order(), sizes), count);
    batch.bindClean(execution, clean);
    batch.bindSeen(execution, seen, levels);
    execution.bind(network.marks, MoleculeBatch.normal(atoms * MoleculeNetwork.MARKS, 1, random));
    execution.bind(network.noise, MoleculeBatch.normal(atoms * network.settings().latent(), 1, random));
    double informed = Math.min(1, (double) steps / DIVERGENCE_STEPS);
    execution.bind(divergenceWeight, new double[] {plan.divergenceWeight() * informed});
    parameters.bindTo(execution);
    execution.run();
    parameters.read(execution, gradients, optimiser.gradient());
    double warm = Math.min(1, (steps + 1.0) / WARM_UP_STEPS);
    optimiser.step(plan.learningRate() * warm * 0.5 * (1 + Math.cos(Math.PI * fraction)));
    steps++;
    sums.add(execution.read(loss), execution.read(network.mismatch), execution.read(network.divergence));
    var found = MoleculeScores.read(execution, network.reconstruction, network.settings(), sizes);
    for (int k = 0; k < count; k++) {
      sums.compare(found.get(k).likeliest(), clean.get(k), levels[k]);
    }
  }

  /** The model so far, with averaged weights. */
  public MoleculeModel model() {
    var averaged = network.newParameters(plan.seed());
    System.arraycopy(optimiser.averaged(), 0, averaged.values(), 0, averaged.values().length);
    return new MoleculeModel(network, averaged, corruption, SizeDistribution.of(molecules));
  }
}
