package io.noether.nn.inference;

import io.noether.core.Element;
import io.noether.core.LocalPotential;
import io.noether.core.Prediction;
import io.noether.core.Structure;
import java.util.List;

/** A network for one structure that moves: its neighbours are kept in a Verlet list as long as they serve. */
final class VerletListPotential implements LocalPotential {
  private final double cutoff;
  private final List<Element> elements;
  private final PotentialRun run;

  /**
   * A potential that has not seen its structure yet.
   *
   * @param cutoff of the network, Å
   * @param elements that it knows
   * @param run the memory of its calls, which takes neighbours from a Verlet list
   */
  VerletListPotential(double cutoff, List<Element> elements, PotentialRun run) {
    this.cutoff = cutoff;
    this.elements = List.copyOf(elements);
    this.run = run;
  }

  /** Callers in several threads wait for each other. */
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
