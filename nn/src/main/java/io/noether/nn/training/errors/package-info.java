/** How far predictions are from labels: what an error table reports and what a file's header records. */
@NullMarked
package io.noether.nn.training.errors;

import org.jspecify.annotations.NullMarked;
