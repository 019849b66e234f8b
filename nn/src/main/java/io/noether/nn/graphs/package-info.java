/**
 * Variational autoencoders of one graph, and the prediction of its missing links: citation graphs
 * ({@link io.noether.nn.graphs.CitationGraph}), the protocol of Kipf and Welling
 * ({@link io.noether.nn.graphs.LinkSplit}), its scores ({@link io.noether.nn.graphs.Ranking}), the models
 * ({@link io.noether.nn.graphs.LinkModel}) and their training ({@link io.noether.nn.graphs.LinkPrediction}).
 */
@NullMarked
package io.noether.nn.graphs;

import org.jspecify.annotations.NullMarked;
