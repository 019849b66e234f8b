package io.noether.graphs.molecules;

import io.noether.autodiff.Execution;
import io.noether.autodiff.ParameterSet;
import io.noether.autodiff.Precision;
import io.noether.autodiff.Space;
import io.noether.autodiff.Tensor;
import io.noether.autodiff.Workers;
import io.noether.autodiff.optim.LossGradient;
import io.noether.autodiff.optim.Objective;
import io.noether.autodiff.optim.Step;
import io.noether.autodiff.plan.PlannedProgram;
import io.noether.core.Seeds;
import io.noether.nn.permutation.DenseBatch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** The loss of batches of molecules, each corrupted to a level of its own: what is left of them is decoded. */
final class MoleculeObjective implements Objective {
  /** The KL divergence counts in full only after these, or the decoder would learn to do without the latent numbers. */
  private static final int DIVERGENCE_STEPS = 1000;

  private final TrainingPlan plan;
  private final MoleculeNetwork network;
  private final List<MoleculeGraph> molecules;
  private final Corruption corruption;
  private final Tensor divergenceWeight;
  private final LossGradient loss;
  private final Execution execution;
  private final MoleculeBatch batch;
  private final ReportSums sums = new ReportSums();
  private int orderedFor = -1;
  private int[] order = {};
  private List<MoleculeGraph> clean = List.of();
  private double[] levels = {};

  MoleculeObjective(TrainingPlan plan, MoleculeNetwork network, List<MoleculeGraph> molecules, Corruption corruption,
      ParameterSet parameters, Workers workers) {
    this.plan = plan;
    this.network = network;
    this.molecules = molecules;
    this.corruption = corruption;
    divergenceWeight = network.graph.input("divergenceWeight", Space.POINT);
    Tensor sum = network.mismatch.plus(network.divergence.times(divergenceWeight)).named("loss");
    loss = new LossGradient(sum, parameters);
    var outputs = loss.outputs(network.mismatch, network.divergence, network.reconstruction.bonds(),
        network.reconstruction.atoms());
    execution = PlannedProgram.of(outputs, Precision.FLOAT32).newExecution(workers);
    batch = new MoleculeBatch(network);
  }

  @Override
  public int batches() {
    return Math.ceilDiv(molecules.size(), plan.batchSize());
  }

  @Override
  public int examples(int index) {
    return Math.min(plan.batchSize(), molecules.size() - index * plan.batchSize());
  }

  /** Means since the report before. */
  ReportSums sums() {
    return sums;
  }

  @Override
  public double evaluate(Step step, double[] weights, double[] gradient) {
    RandomGenerator random = Seeds.generator(plan.seed(), step.number());
    var seen = corrupt(step, random);
    int[] sizes = sizes();
    int atoms = Arrays.stream(sizes).sum();
    batch.bindSizes(execution, new DenseBatch(network.settings().order(), sizes), sizes.length);
    batch.bindClean(execution, clean);
    batch.bindSeen(execution, seen, levels);
    execution.bind(network.marks, MoleculeBatch.normal(atoms * MoleculeNetwork.MARKS, 1, random));
    execution.bind(network.noise, MoleculeBatch.normal(atoms * network.settings().latent(), 1, random));
    double informed = Math.min(1, (double) step.number() / DIVERGENCE_STEPS);
    execution.bind(divergenceWeight, new double[] {plan.divergenceWeight() * informed});
    double value = loss.run(execution, weights, gradient);
    sums.add(value, execution.read(network.mismatch), execution.read(network.divergence));
    return value;
  }

  private List<MoleculeGraph> corrupt(Step step, RandomGenerator random) {
    if (step.epoch() != orderedFor) {
      order = Seeds.order(molecules.size(), plan.seed(), step.epoch());
      orderedFor = step.epoch();
    }
    clean = new ArrayList<>();
    var seen = new ArrayList<MoleculeGraph>();
    levels = new double[examples(step.batch())];
    for (int k = 0; k < levels.length; k++) {
      var molecule = molecules.get(order[step.batch() * plan.batchSize() + k]);
      clean.add(molecule);
      levels[k] = NoiseSchedule.level(random.nextDouble());
      seen.add(corruption.apply(molecule, levels[k], random));
    }
    return seen;
  }

  /** Decodes the molecules of the latest step and counts those that are found again. */
  void compare() {
    var found = MoleculeScores.read(execution, network.reconstruction, network.settings(), sizes());
    for (int k = 0; k < levels.length; k++) {
      sums.compare(found.get(k).likeliest(), clean.get(k), levels[k]);
    }
  }

  private int[] sizes() {
    return clean.stream().mapToInt(MoleculeGraph::size).toArray();
  }
}
