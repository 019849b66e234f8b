/**
 * Structures from and to files: extended and plain XYZ, PDB, each also gzipped. Readers stream, say what is wrong with
 * a file by name and line, and keep every field they do not understand; writers replace a file in one step.
 */
@NullMarked
package io.noether.core.io;

import org.jspecify.annotations.NullMarked;
