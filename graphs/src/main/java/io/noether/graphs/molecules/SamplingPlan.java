package io.noether.graphs.molecules;

/**
 * How molecules are sampled. It begins with noise in the place of a molecule. In each round the latent numbers are drawn
 * from the prior and decoded, and the molecule takes a step towards what is found, to a lower level of corruption; the
 * last round takes the highest scores. With one round, that is the plain autoencoder.
 *
 * @param rounds at least 1
 * @param temperature divides the scores from which the rounds before the last draw, above 0; 1 is what was learned,
 *     more gives more novel and fewer valid molecules
 * @param masked whether the last decoding obeys valences ({@link ValenceMask})
 * @param seed decides everything
 */
public record SamplingPlan(int rounds, double temperature, boolean masked, long seed) {
  /** The level of corruption before a round; rounds are counted down to 1. */
  double level(int round) {
    return NoiseSchedule.level((double) round / rounds);
  }
}
