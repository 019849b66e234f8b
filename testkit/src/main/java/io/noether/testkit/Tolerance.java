package io.noether.testkit;

/**
 * How far from a law a potential may be, by the precision it computes in.
 *
 * <p>What is allowed is measured in the force scale: the structure's own largest force component, for a crystal the
 * virial of an atom over 1 Å where that is more, and never less than a tenth of what is typical of random molecules
 * (atoms at symmetric places feel no force). So random weights, which give forces of any size, are no matter. Rounding
 * adds in proportion to the atomic energies, reference energies included.
 *
 * @param relative allowed part of the force scale, where two predictions should be the same
 * @param difference the same where a derivative is taken by differences of energies
 * @param step largest step of these differences, Å
 * @param halvings how often the step is halved to extrapolate to zero; more only helps where rounding is small
 * @param roundoff relative error of an atomic energy from rounding alone
 */
public record Tolerance(double relative, double difference, double step, int halvings, double roundoff) {
  /** For potentials that compute in double precision. */
  public static final Tolerance FLOAT64 = new Tolerance(1e-10, 1e-9, 4e-3, 9, 2e-15);

  /** For potentials that compute in single precision. */
  public static final Tolerance FLOAT32 = new Tolerance(1e-4, 2e-3, 1e-2, 3, 1e-6);
}
