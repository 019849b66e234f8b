/**
 * Views of graphs and programs for people: a graph as text or as a drawing, the floating-point operations that an
 * expression stands for, and the time that each pass of a running program takes.
 */
@NullMarked
package io.noether.autodiff.inspect;

import org.jspecify.annotations.NullMarked;
