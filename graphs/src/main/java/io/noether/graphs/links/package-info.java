/**
 * Variational autoencoders of one graph, and the prediction of its missing links: citation graphs
 * ({@link io.noether.graphs.links.CitationGraph}), the protocol of Kipf and Welling
 * ({@link io.noether.graphs.links.LinkSplit}), its scores ({@link io.noether.graphs.links.Ranking}), the models
 * ({@link io.noether.graphs.links.LinkModel}) and their training ({@link io.noether.graphs.links.LinkPrediction}).
 */
@NullMarked
package io.noether.graphs.links;

import org.jspecify.annotations.NullMarked;
