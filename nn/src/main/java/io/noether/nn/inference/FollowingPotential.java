package io.noether.nn.inference;

import io.noether.core.Element;
import io.noether.core.LocalPotential;
import io.noether.core.Prediction;
import io.noether.core.Structure;
import java.util.List;

/** A network that follows one structure: it keeps its neighbours as long as they serve. */
final class FollowingPotential implements LocalPotential {
  private final NeuralPotential potential;
  private final PotentialRun run;

  FollowingPotential(NeuralPotential potential, PotentialRun run) {
    this.potential = potential;
    this.run = run;
  }

  /** One caller at a time. */
  @Override
  public synchronized List<Prediction> predict(List<Structure> structures) {
    return run.predict(structures);
  }

  @Override
  public List<Element> elements() {
    return potential.elements();
  }
}
