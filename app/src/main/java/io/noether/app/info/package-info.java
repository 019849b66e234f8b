/** {@code noether info}: what is in a model or in a file of structures. */
@NullMarked
package io.noether.app.info;

import org.jspecify.annotations.NullMarked;
