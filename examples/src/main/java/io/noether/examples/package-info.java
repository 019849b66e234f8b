/** Small programs that use the library; each can be run as it is and is run by a test. */
@NullMarked
package io.noether.examples;

import org.jspecify.annotations.NullMarked;
