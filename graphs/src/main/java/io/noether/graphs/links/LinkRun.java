package io.noether.graphs.links;

import io.noether.autodiff.ParameterSet;
import io.noether.autodiff.Workers;
import io.noether.autodiff.optim.Descent;
import io.noether.autodiff.optim.DescentConfig;
import io.noether.autodiff.optim.DescentListener;
import io.noether.autodiff.optim.DescentState;
import io.noether.autodiff.optim.DivergedException;
import io.noether.autodiff.optim.Ending;
import io.noether.autodiff.optim.OptimiserConfig;
import io.noether.autodiff.optim.RateSchedule;
import io.noether.autodiff.optim.Validation;
import java.util.Optional;

/** The training of one seed: Adam on the whole graph, the weights that validate best, their scores. */
public final class LinkRun {
  private final long seed;
  private final LinkSplit split;
  private final LinkScores scores;
  private final Descent descent;

  LinkRun(CitationGraph graph, LinkSettings settings, LinkProgram program, long seed) {
    this.seed = seed;
    split = LinkSplit.of(graph, seed);
    ParameterSet parameters = program.newParameters(seed);
    var seen = new SeenGraph(graph, split.training());
    scores = new LinkScores(program, parameters, seen, graph.nodes() * settings.network().latent());
    var config = new DescentConfig(OptimiserConfig.adam(settings.learningRate()), RateSchedule.CONSTANT,
        settings.budget());
    var objective = new LinkObjective(graph, settings, program, seed, seen, split.training());
    descent = new Descent(config, objective, new Validation() {
      @Override
      public double score(double[] weights) {
        return -validation(weights).auc();
      }

      @Override
      public int every() {
        return LinkSettings.VALIDATE_EVERY;
      }
    }, parameters.values(), Workers.CALLER);
  }

  /**
   * Trains until the budget is used up or a stop is requested.
   *
   * @return the scores; nothing if it was stopped
   * @throws DivergedException if gradients are no finite numbers in many steps in a row
   */
  public Optional<LinkResult> run() {
    return run(DescentListener.SILENT);
  }

  /** Trains, and somebody hears how it goes. */
  public Optional<LinkResult> run(DescentListener listener) {
    if (descent.run(listener) == Ending.STOP_REQUESTED) {
      return Optional.empty();
    }
    int epoch = descent.best().map(DescentState.Best::epoch).orElse(0);
    double[] kept = descent.best().map(DescentState.Best::weights).orElse(descent.weights());
    return Optional.of(
        new LinkResult(seed, epoch, validation(kept), scores.ranking(kept, split.test(), split.testOthers())));
  }

  /** Asks a running {@link #run()} to return after the current step. Any thread may ask. */
  public void requestStop() {
    descent.requestStop();
  }

  /** All that another run of the same graph, settings and seed needs to go on with the same bits: a copy. */
  public DescentState state() {
    return descent.state();
  }

  /** Goes on from a state; to be called before {@link #run()}. */
  public void restore(DescentState state) {
    descent.restore(state);
  }

  private Ranking validation(double[] weights) {
    return scores.ranking(weights, split.validation(), split.validationOthers());
  }
}
