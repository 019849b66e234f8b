/**
 * Tables in place of networks that read one number. In a graph of edges, whatever depends on an edge's length and on
 * parameters alone is the same function for every edge; {@link io.noether.autodiff.tables.Tabulation} finds all such
 * tensors and rewrites the graph to look them up, {@link io.noether.autodiff.tables.Tables} are the numbers. The
 * look-up is made of ordinary operations, so its derivatives are exact to any order: forces stay the derivative of the
 * energy that is computed.
 */
@NullMarked
package io.noether.autodiff.tables;

import org.jspecify.annotations.NullMarked;
