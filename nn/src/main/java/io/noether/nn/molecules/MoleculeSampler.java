package io.noether.nn.molecules;

import io.noether.autodiff.Execution;
import io.noether.autodiff.Precision;
import io.noether.autodiff.Workers;
import io.noether.autodiff.plan.PlannedProgram;
import io.noether.nn.permutation.DenseBatch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;

/** Draws molecules from a trained model. */
public final class MoleculeSampler {
  private static final int BATCH = 250;

  private final MoleculeModel model;
  private final MoleculeNetwork network;
  private final MoleculeBatch batch;
  private final Execution prior;
  private final Execution reconstruction;

  /** Prepares sampling in single precision. */
  public MoleculeSampler(MoleculeModel model, Workers workers) {
    this.model = model;
    network = model.network();
    batch = new MoleculeBatch(network);
    prior = program(network.prior, workers);
    reconstruction = program(network.reconstruction, workers);
    model.parameters().bindTo(prior);
    model.parameters().bindTo(reconstruction);
  }

  private static Execution program(MoleculeDecoder.Scores scores, Workers workers) {
    return PlannedProgram.of(List.of(scores.bonds(), scores.atoms()), Precision.FLOAT32).newExecution(workers);
  }

  /**
   * Draws molecules. The seed and the plan decide them; asking for more leaves the first ones as they are.
   *
   * @param progress hears how many are done
   */
  public List<MoleculeGraph> sample(int count, SamplingPlan plan, IntConsumer progress) {
    var samples = new ArrayList<MoleculeGraph>();
    for (int b = 0; samples.size() < count; b++) {
      var random = RandomGeneratorFactory.of("L64X128MixRandom").create(plan.seed() * 0x9E3779B97F4A7C15L + b);
      samples.addAll(batch(plan, random));
      progress.accept(Math.min(count, samples.size()));
    }
    return List.copyOf(samples.subList(0, count));
  }

  private List<MoleculeGraph> batch(SamplingPlan plan, RandomGenerator random) {
    int[] sizes = IntStream.range(0, BATCH).map(_ -> model.sizes().draw(random)).toArray();
    int atoms = Arrays.stream(sizes).sum();
    int latent = network.settings().latent();
    var tuples = new DenseBatch(network.settings().order(), sizes);
    batch.bindNoise(prior, tuples, MoleculeBatch.normal(atoms * latent, plan.priorTemperature(), random));
    prior.run();
    var scores = MoleculeScores.read(prior, network.prior, network.settings(), sizes);
    double[] levels = new double[BATCH];
    for (int round = 0; round < plan.rounds(); round++) {
      double level = plan.level(round);
      var seen = scores.stream().map(s -> model.corruption().apply(s.likeliest(), level, random)).toList();
      Arrays.fill(levels, level);
      batch.bindNoise(reconstruction, tuples, MoleculeBatch.normal(atoms * latent, plan.temperature(), random));
      batch.bindSeen(reconstruction, seen, levels, MoleculeBatch.normal(atoms * MoleculeNetwork.MARKS, 1, random));
      reconstruction.run();
      scores = MoleculeScores.read(reconstruction, network.reconstruction, network.settings(), sizes);
    }
    return scores.stream().map(s -> plan.masked() ? ValenceMask.read(s) : s.likeliest()).toList();
  }
}
