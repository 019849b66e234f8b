package io.noether.nn.inference;

import io.noether.autodiff.inspect.PassTime;
import io.noether.core.Prediction;
import java.util.List;

/**
 * A structure with its neighbours, to be computed as often as is asked: what {@link NeuralPotential#predict} does but
 * for finding neighbours and memory. For one thread at a time.
 */
public final class PreparedCall {
  private final PotentialRun run;
  private final SpatiallySorted ordered;

  PreparedCall(PotentialRun run, SpatiallySorted ordered) {
    this.run = run;
    this.ordered = ordered;
  }

  /** Computes the structure. */
  public Prediction predict() {
    return run.large(ordered);
  }

  /** What each pass of the network has cost so far. */
  public List<PassTime> passTimes() {
    return run.passTimes();
  }
}
