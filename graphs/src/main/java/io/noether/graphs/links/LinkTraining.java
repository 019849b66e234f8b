package io.noether.graphs.links;

import io.noether.autodiff.Execution;
import io.noether.autodiff.ParameterSet;
import io.noether.autodiff.Workers;
import io.noether.core.Seeds;
import io.noether.nn.training.Optimiser;
import io.noether.nn.training.OptimiserConfig;
import java.util.random.RandomGenerator;

/** One seed's training: Adam on the whole graph, a step an epoch. */
final class LinkTraining {
  /** Steps from one validation to the next. */
  static final int VALIDATE_EVERY = 5;

  private final LinkSettings settings;
  private final LinkProgram program;
  private final long seed;
  private final LinkSplit split;
  private final ParameterSet parameters;
  private final Optimiser optimiser;
  private final Execution execution;
  private final CandidatePairs candidates;
  private final LinkScores scores;
  private final RandomGenerator random;
  private final double[] noise;

  LinkTraining(CitationGraph graph, LinkSettings settings, LinkProgram program, long seed) {
    this.settings = settings;
    this.program = program;
    this.seed = seed;
    split = LinkSplit.of(graph, seed);
    parameters = program.newParameters(seed);
    var adam = new OptimiserConfig(1, settings.learningRate(), 0, false, 0.9, 0.999, 0, 0);
    optimiser = new Optimiser(adam, Workers.CALLER, parameters.values());
    random = Seeds.generator(seed, "training");
    noise = new double[graph.nodes() * settings.latent()];

    var seen = new SeenGraph(graph, split.training());
    scores = new LinkScores(program, parameters, seen, noise.length);
    candidates = new CandidatePairs(graph.nodes(), split.training(), settings.othersPerLink());
    execution = program.training().newExecution(Workers.CALLER);
    seen.bindTo(execution, program.fields());
    candidates.bindTo(execution, program);
    double all = (double) graph.nodes() * graph.nodes();
    execution.bind(program.divergenceWeight(), new double[] {settings.divergence() / all});
  }

  LinkResult run() {
    double[] kept = parameters.values();
    int keptEpoch = 0;
    double best = Double.NEGATIVE_INFINITY;
    for (int epoch = 1; epoch <= Math.min(settings.epochs(), keptEpoch + settings.patience()); epoch++) {
      step();
      if (epoch % VALIDATE_EVERY == 0 || epoch == settings.epochs()) {
        double auc = validation(parameters.values()).auc();
        if (auc > best) {
          best = auc;
          kept = parameters.values().clone();
          keptEpoch = epoch;
        }
      }
    }
    return new LinkResult(seed, keptEpoch, validation(kept), scores.ranking(kept, split.test(), split.testOthers()));
  }

  private Ranking validation(double[] weights) {
    return scores.ranking(weights, split.validation(), split.validationOthers());
  }

  private void step() {
    for (int k = 0; k < noise.length; k++) {
      noise[k] = random.nextGaussian();
    }
    execution.bind(program.noise(), noise);
    candidates.drawTo(execution, program.fields(), random);
    parameters.bindTo(execution);
    execution.run();
    parameters.read(execution, program.gradients(), optimiser.gradient());
    optimiser.step(settings.learningRate());
  }
}
