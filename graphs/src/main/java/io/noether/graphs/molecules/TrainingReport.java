package io.noether.graphs.molecules;

/**
 * How training went since the report before: means over its steps, and shares of the molecules that were decoded in the
 * last tenth of them.
 *
 * @param epoch passes over the molecules so far
 * @param step steps so far
 * @param loss mean loss of a molecule
 * @param mismatch mean -log p(molecule | z), nats
 * @param divergence mean KL divergence of the posterior from the prior, nats
 * @param exact share of molecules that are found with every bond and every atom right, among those of which over 70 %
 *     is corrupted, so that the latent numbers must say what they are
 * @param repaired that share among molecules of which under 10 % is corrupted
 * @param seconds training time so far
 * @param fraction share of the budget used up
 */
public record TrainingReport(double epoch, long step, double loss, double mismatch, double divergence, double exact,
    double repaired, double seconds, double fraction) {}
