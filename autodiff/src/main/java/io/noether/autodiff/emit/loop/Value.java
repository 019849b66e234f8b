package io.noether.autodiff.emit.loop;

/**
 * The number, or the line of numbers, that an instruction computes.
 *
 * @param id unique within a {@link RowLoop}
 * @param wide whether it differs from number to number of a sweep: then it exists in the body of that sweep only, as a
 *     vector if the sweep is vectorised; else it is one number and exists in all that follows in its loops
 */
public record Value(int id, boolean wide) {}
