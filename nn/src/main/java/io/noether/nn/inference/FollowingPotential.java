package io.noether.nn.inference;

import io.noether.core.Element;
import io.noether.core.LocalPotential;
import io.noether.core.Prediction;
import io.noether.core.Structure;
import java.util.List;

/** A network that follows one structure: it keeps its neighbours as long as they serve. */
final class FollowingPotential implements LocalPotential {
  private final double cutoff;
  private final List<Element> elements;
  private final PotentialRun run;

  /**
   * A potential without neighbours so far.
   *
   * @param cutoff of the network, Å
   * @param elements that it knows
   * @param run the memory of its calls, which keeps the neighbours
   */
  FollowingPotential(double cutoff, List<Element> elements, PotentialRun run) {
    this.cutoff = cutoff;
    this.elements = List.copyOf(elements);
    this.run = run;
  }

  /** One caller at a time. */
  @Override
  public synchronized List<Prediction> predict(List<Structure> structures) {
    return run.predict(structures);
  }

  @Override
  public double cutoff() {
    return cutoff;
  }

  @Override
  public List<Element> elements() {
    return elements;
  }
}
