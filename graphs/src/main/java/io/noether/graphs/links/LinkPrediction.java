package io.noether.graphs.links;

import io.noether.autodiff.Precision;

/**
 * Prediction of the missing links of a citation graph by an autoencoder. Safe to be used by several threads, a seed
 * each.
 */
public final class LinkPrediction {
  private final CitationGraph graph;
  private final LinkSettings settings;
  private final LinkProgram program;

  /** Builds and plans the network. */
  public LinkPrediction(CitationGraph graph, LinkSettings settings) {
    this.graph = graph;
    this.settings = settings;
    program = new LinkProgram(settings.network().model(), settings.prior(), graph.words(), Precision.FLOAT32);
  }

  /**
   * Splits the graph, trains on what may be seen and scores the rest. Depends on the graph, the settings and the seed
   * only.
   *
   * @throws io.noether.core.InputException if the graph is too small to be split
   * @throws io.noether.autodiff.optim.DivergedException if gradients are no finite numbers in many steps in a row
   */
  public LinkResult run(long seed) {
    return newRun(seed).run().orElseThrow(); // nobody can have stopped it
  }

  /**
   * The training of one seed, to be started, stopped and resumed by the caller.
   *
   * @throws io.noether.core.InputException if the graph is too small to be split
   */
  public LinkRun newRun(long seed) {
    return new LinkRun(graph, settings, program, seed);
  }
}
