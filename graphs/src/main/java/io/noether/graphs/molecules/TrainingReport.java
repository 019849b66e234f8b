package io.noether.graphs.molecules;

/**
 * Means since the report before.
 *
 * @param epoch passes over the molecules so far
 * @param step steps so far
 * @param loss mean loss of a molecule
 * @param mismatch mean -log p(molecule | z), nats
 * @param divergence mean KL divergence of the posterior from the prior, nats
 * @param exact share of molecules found with every bond and every atom right where over 70 % is corrupted and the
 *     latent numbers must say it
 * @param repaired the same share where under 10 % is corrupted
 * @param seconds training time so far
 * @param fraction share of the budget used up
 */
public record TrainingReport(double epoch, long step, double loss, double mismatch, double divergence, double exact,
    double repaired, double seconds, double fraction) {}
