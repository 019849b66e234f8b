package io.noether.nn.molecules;

/**
 * How molecules are sampled: a latent sample of the prior is decoded; then, {@code rounds} times, the molecule is
 * corrupted, encoded and decoded again (pseudo-Gibbs sampling, Rezende, Mohamed and Wierstra 2014, with the corruption
 * process of the walkback chains of Bengio et al. 2013). The level of corruption falls linearly from {@code firstLevel}
 * to {@code lastLevel}.
 *
 * @param rounds rounds after the first decoding, at least 0
 * @param firstLevel share of a molecule that is drawn anew in the first round, 0..1
 * @param lastLevel the share in the last round
 * @param priorTemperature deviation of the prior's noise; 1 is the prior
 * @param temperature deviation of the posterior's noise in a round, in units of its own; 1 is the posterior, 0 its mean
 * @param masked whether the last decoding obeys valences ({@link ValenceMask})
 * @param seed decides everything
 */
public record SamplingPlan(int rounds, double firstLevel, double lastLevel, double priorTemperature,
    double temperature, boolean masked, long seed) {
  /** The level of corruption in a round, counted from 0. */
  double level(int round) {
    return rounds == 1 ? firstLevel : firstLevel + (lastLevel - firstLevel) * round / (rounds - 1);
  }
}
