/** The command line: argument parsing, progress, tables and plots; the only package that prints. */
@NullMarked
package io.noether.app;

import org.jspecify.annotations.NullMarked;
