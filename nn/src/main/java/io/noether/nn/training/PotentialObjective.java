package io.noether.nn.training;

import io.noether.autodiff.optim.Objective;
import io.noether.autodiff.optim.Step;
import io.noether.core.Seeds;
import java.util.List;

/** The loss of batches of structures, which come in an order of their own in each epoch. */
final class PotentialObjective implements Objective {
  private final List<LabelledStructure> samples;
  private final int batchSize;
  private final long seed;
  private final LabelledBatch batch;
  private final LossProgram program;
  private int orderedFor = -1;
  private int[] order = {};

  PotentialObjective(List<LabelledStructure> samples, int batchSize, long seed, LabelledBatch batch,
      LossProgram program) {
    this.samples = samples;
    this.batchSize = batchSize;
    this.seed = seed;
    this.batch = batch;
    this.program = program;
  }

  @Override
  public int batches() {
    return Math.ceilDiv(samples.size(), batchSize);
  }

  @Override
  public int examples(int index) {
    return Math.min(batchSize, samples.size() - index * batchSize);
  }

  @Override
  public double evaluate(Step step, double[] weights, double[] gradient) {
    if (step.epoch() != orderedFor) {
      order = Seeds.order(samples.size(), seed, step.epoch());
      orderedFor = step.epoch();
    }
    int from = step.batch() * batchSize;
    batch.fill(samples, order, from, from + examples(step.batch()));
    return program.run(batch, weights, gradient);
  }
}
