package io.noether.graphs.links;

/**
 * What one seed came to.
 *
 * @param seed decides the split, the initial weights and the noise
 * @param epoch the optimiser step whose weights were kept
 * @param validation how well they rank the edges kept for validation
 * @param test how well they rank those kept for the test
 */
public record LinkResult(long seed, int epoch, Ranking validation, Ranking test) {}
