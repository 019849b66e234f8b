/** Tests of the commands, as arguments in and text out. */
@NullMarked
package io.noether.app;

import org.jspecify.annotations.NullMarked;
