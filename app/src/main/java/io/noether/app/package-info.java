/**
 * The command line: argument parsing, configuration files, progress, tables and plots; the only package that prints.
 * Commands are thin: each turns its options into calls of {@code io.noether.nn} and writes down what comes back.
 *
 * <p>Results go to standard output, warnings and errors to standard error as lines that begin with {@code noether:}.
 * Exit codes: 0 done, 1 failed, 2 usage or bad input, 128 + n ended by signal n (130 after Ctrl-C).
 */
@NullMarked
package io.noether.app;

import org.jspecify.annotations.NullMarked;
