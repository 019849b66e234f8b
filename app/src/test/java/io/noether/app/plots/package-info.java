/** Tests of what pictures are made of. */
@NullMarked
package io.noether.app.plots;

import org.jspecify.annotations.NullMarked;
