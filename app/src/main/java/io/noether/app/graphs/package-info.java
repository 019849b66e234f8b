/** Commands on graphs: {@code links} and {@code molecules}. */
@NullMarked
package io.noether.app.graphs;

import org.jspecify.annotations.NullMarked;
