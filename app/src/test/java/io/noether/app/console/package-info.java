/** Tests of what commands share. */
@NullMarked
package io.noether.app.console;

import org.jspecify.annotations.NullMarked;
