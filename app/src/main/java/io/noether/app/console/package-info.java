/**
 * What all commands share: the console, the line that an error becomes, Ctrl-C, JSON, and options that several
 * commands have.
 */
@NullMarked
package io.noether.app.console;

import org.jspecify.annotations.NullMarked;
