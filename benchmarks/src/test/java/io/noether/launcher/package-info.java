/** Tests of the launcher, as a user starts it; they run after packaging. */
@NullMarked
package io.noether.launcher;

import org.jspecify.annotations.NullMarked;
