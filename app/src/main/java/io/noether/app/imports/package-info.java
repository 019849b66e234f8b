/** {@code noether import}: models of other packages become model files. */
@NullMarked
package io.noether.app.imports;

import org.jspecify.annotations.NullMarked;
