package io.noether.graphs.links;

import io.noether.autodiff.Execution;
import io.noether.autodiff.ParameterSet;
import io.noether.autodiff.Precision;
import io.noether.autodiff.Program;
import java.util.Arrays;
import java.util.Random;

/** A program in double precision with random weights, on one small graph with all pairs as candidates. */
final class SmallRun {
  private final LinkProgram program;
  private final ParameterSet parameters;
  private final double loss;
  private final double[] gradient;
  private final Execution scoring;

  SmallRun(LinkModel model, Prior prior, CitationGraph graph, double[] noise) {
    program = new LinkProgram(model, prior, graph.words(), Precision.FLOAT64);
    parameters = program.newParameters(1);
    var random = new Random(2);
    Arrays.setAll(parameters.values(), k -> parameters.values()[k] + 0.3 * random.nextGaussian());
    gradient = new double[parameters.values().length];
    loss = program.loss().run(bound(program.training(), graph, noise), parameters.values(), gradient);
    scoring = bound(program.scoring(), graph, noise);
    scoring.run();
  }

  private Execution bound(Program part, CitationGraph graph, double[] noise) {
    Execution execution = part.newExecution();
    new SeenGraph(graph, graph.edges()).bindTo(execution, program.fields());
    int n = graph.nodes();
    int[] first = new int[n * n];
    int[] second = new int[n * n];
    double[] label = new double[n * n];
    double[] share = new double[n * n];
    var edges = Arrays.stream(graph.edges().keys()).boxed().toList();
    for (int k = 0; k < n * n; k++) {
      first[k] = k / n;
      second[k] = k % n;
      label[k] = edges.contains(NodePairs.key(k / n, k % n)) ? 1 : -1;
      share[k] = label[k] > 0 ? 0.3 : 0.01;
    }
    execution.resize(program.fields().candidates(), n * n);
    execution.bind(program.fields().first(), first);
    execution.bind(program.fields().second(), second);
    execution.bind(program.label(), label);
    execution.bind(program.share(), share);
    execution.bind(program.divergenceWeight(), new double[] {0.1});
    execution.bind(program.noise(), noise);
    parameters.bindTo(execution);
    return execution;
  }

  double loss() {
    return loss;
  }

  /** All gradients one after another. */
  double[] gradients() {
    return gradient;
  }

  /** Log odds of the pair (i, j) at i·n + j. */
  double[] logits(int nodes) {
    double[] logits = new double[nodes * nodes];
    scoring.read(program.logits(), logits);
    return logits;
  }
}
