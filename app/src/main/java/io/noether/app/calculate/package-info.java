/** Commands that use a potential: {@code predict}, {@code evaluate}, {@code relax}, {@code hessian} and {@code md}. */
@NullMarked
package io.noether.app.calculate;

import org.jspecify.annotations.NullMarked;
