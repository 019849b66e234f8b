/** What networks on graphs have in common, whether they find links or make molecules. */
@NullMarked
package io.noether.graphs;

import org.jspecify.annotations.NullMarked;
