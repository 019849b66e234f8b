/** The documentation, run. */
@NullMarked
package io.noether.documentation;

import org.jspecify.annotations.NullMarked;
