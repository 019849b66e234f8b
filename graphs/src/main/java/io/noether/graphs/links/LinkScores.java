package io.noether.graphs.links;

import io.noether.autodiff.Execution;
import io.noether.autodiff.ParameterSet;
import io.noether.autodiff.Workers;
import java.util.Arrays;

/** Scores pairs with the posterior's means, from the training edges alone. */
final class LinkScores {
  private final LinkProgram program;
  private final ParameterSet parameters;
  private final Execution execution;

  LinkScores(LinkProgram program, ParameterSet parameters, SeenGraph seen, int noise) {
    this.program = program;
    this.parameters = parameters;
    execution = program.scoring().newExecution(Workers.CALLER);
    seen.bindTo(execution, program.fields());
    execution.bind(program.noise(), new double[noise]);
  }

  /** How well these weights tell links from others. */
  Ranking ranking(double[] weights, NodePairs links, NodePairs others) {
    NodePairs all = links.and(others);
    var fields = program.fields();
    execution.resize(fields.candidates(), all.size());
    execution.bind(fields.first(), all.first());
    execution.bind(fields.second(), all.second());
    parameters.bindTo(execution, weights);
    execution.run();
    double[] logits = new double[all.size()];
    execution.read(program.logits(), logits);
    return Ranking.of(Arrays.copyOf(logits, links.size()), Arrays.copyOfRange(logits, links.size(), logits.length));
  }
}
