package io.noether.testkit;

/** A potential that obeys every law passes every contract. */
class MorsePotentialTest implements PotentialContract, HessianContract {
  private final MorsePotential potential = new MorsePotential(3.5, MorsePotential.Fade.SMOOTHER);

  @Override
  public MorsePotential potential() {
    return potential;
  }

  @Override
  public int order() {
    return 2;
  }

  @Override
  public int samples() {
    return Effort.samples(6);
  }
}
