package io.noether.graphs.links;

import io.noether.autodiff.Execution;
import io.noether.autodiff.Workers;
import io.noether.autodiff.optim.Objective;
import io.noether.autodiff.optim.Step;
import io.noether.core.Seeds;
import java.util.random.RandomGenerator;

/** The loss of the whole graph; noise and candidate pairs are drawn anew for each step. */
final class LinkObjective implements Objective {
  private final LinkProgram program;
  private final long seed;
  private final CandidatePairs candidates;
  private final Execution execution;
  private final double[] noise;
  private RandomGenerator random;
  private long drawn;

  LinkObjective(CitationGraph graph, LinkSettings settings, LinkProgram program, long seed, SeenGraph seen,
      NodePairs training) {
    this.program = program;
    this.seed = seed;
    random = Seeds.generator(seed, "training");
    noise = new double[graph.nodes() * settings.network().latent()];
    candidates = new CandidatePairs(graph.nodes(), training, settings.othersPerLink());
    execution = program.training().newExecution(Workers.CALLER);
    seen.bindTo(execution, program.fields());
    candidates.bindTo(execution, program);
    double all = (double) graph.nodes() * graph.nodes();
    execution.bind(program.divergenceWeight(), new double[] {settings.divergence() / all});
  }

  @Override
  public int batches() {
    return 1;
  }

  @Override
  public double evaluate(Step step, double[] weights, double[] gradient) {
    draw(step.number());
    execution.bind(program.noise(), noise);
    candidates.bindDrawnTo(execution, program.fields());
    return program.loss().run(execution, weights, gradient);
  }

  /** All steps of a seed share one sequence of random numbers, so those before a resumed step are drawn again. */
  private void draw(long step) {
    if (step < drawn) {
      random = Seeds.generator(seed, "training");
      drawn = 0;
    }
    for (; drawn <= step; drawn++) {
      for (int k = 0; k < noise.length; k++) {
        noise[k] = random.nextGaussian();
      }
      candidates.draw(random);
    }
  }
}
