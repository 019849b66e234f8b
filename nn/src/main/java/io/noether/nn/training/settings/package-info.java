/**
 * A training configuration as text: every setting has a key such as {@code optimiser.learning_rate}, a value and a
 * meaning. This is the edge where files and command lines come in; configurations themselves know nothing of it.
 */
@NullMarked
package io.noether.nn.training.settings;

import org.jspecify.annotations.NullMarked;
