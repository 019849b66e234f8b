/** {@code noether train}: its options and settings, its data, the progress of a run and the files that it leaves. */
@NullMarked
package io.noether.app.train;

import org.jspecify.annotations.NullMarked;
