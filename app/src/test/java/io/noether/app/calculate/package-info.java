/** Tests of tables. */
@NullMarked
package io.noether.app.calculate;

import org.jspecify.annotations.NullMarked;
