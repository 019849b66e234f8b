/** Tests of settings. */
@NullMarked
package io.noether.app.train;

import org.jspecify.annotations.NullMarked;
