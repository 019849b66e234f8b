/** Tests of the command line. Those that end in {@code IT} run the real launcher as a process. */
@NullMarked
package io.noether.app;

import org.jspecify.annotations.NullMarked;
