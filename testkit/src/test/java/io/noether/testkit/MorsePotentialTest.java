package io.noether.testkit;

import io.noether.core.Potential;

/** A potential that obeys every law passes every contract. */
class MorsePotentialTest implements PotentialContract {
  private final Potential potential = new MorsePotential(3.5, MorsePotential.Fade.SMOOTHER);

  @Override
  public Potential potential() {
    return potential;
  }

  @Override
  public int order() {
    return 2;
  }

  @Override
  public int samples() {
    return 6;
  }
}
