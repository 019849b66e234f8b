package io.noether.graphs.molecules;

import io.noether.autodiff.Execution;
import io.noether.autodiff.Precision;
import io.noether.autodiff.Workers;
import io.noether.autodiff.plan.PlannedProgram;
import io.noether.core.Seeds;
import io.noether.nn.permutation.DenseBatch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Draws molecules from a trained model. */
public final class MoleculeSampler {
  private static final int BATCH = 250;

  private final MoleculeModel model;
  private final MoleculeNetwork network;
  private final MoleculeBatch batch;
  private final Execution execution;

  /** Prepares sampling in single precision. */
  public MoleculeSampler(MoleculeModel model, Workers workers) {
    this.model = model;
    network = model.network();
    batch = new MoleculeBatch(network);
    execution = PlannedProgram.of(List.of(network.prior.bonds(), network.prior.atoms()), Precision.FLOAT32)
        .newExecution(workers);
    model.parameters().bindTo(execution);
  }

  /**
   * Draws molecules. The seed and the plan decide them; asking for more leaves the first ones as they are.
   *
   * @param progress hears how many are done
   */
  public List<MoleculeGraph> sample(int count, SamplingPlan plan, IntConsumer progress) {
    var samples = new ArrayList<MoleculeGraph>();
    for (int b = 0; samples.size() < count; b++) {
      var random = Seeds.generator(plan.seed(), b);
      samples.addAll(batch(plan, random));
      progress.accept(Math.min(count, samples.size()));
    }
    return List.copyOf(samples.subList(0, count));
  }

  private List<MoleculeGraph> batch(SamplingPlan plan, RandomGenerator random) {
    int[] sizes = IntStream.range(0, BATCH).map(_ -> model.sizes().draw(random)).toArray();
    int atoms = Arrays.stream(sizes).sum();
    int latent = network.settings().latent();
    batch.bindSizes(execution, new DenseBatch(network.settings().order(), sizes), BATCH);
    var molecules = IntStream.of(sizes).mapToObj(n -> model.corruption().noise(n, random)).toList();
    for (int round = plan.rounds();; round--) {
      double level = plan.level(round);
      double[] levels = new double[BATCH];
      Arrays.fill(levels, level);
      batch.bindSeen(execution, molecules, levels);
      execution.bind(network.noise, MoleculeBatch.normal(atoms * latent, 1, random));
      execution.run();
      var scores = MoleculeScores.read(execution, network.prior, network.settings(), sizes);
      if (round == 1) {
        return scores.stream().map(s -> plan.masked() ? ValenceMask.read(s) : s.likeliest()).toList();
      }
      molecules = next(molecules, scores, plan, round, random);
    }
  }

  private List<MoleculeGraph> next(List<MoleculeGraph> molecules, List<MoleculeScores> scores, SamplingPlan plan,
      int round, RandomGenerator random) {
    return IntStream.range(0, BATCH)
        .mapToObj(k -> model.corruption().lower(molecules.get(k), plan.level(round),
            scores.get(k).draw(plan.temperature(), random), plan.level(round - 1), random))
        .toList();
  }
}
