package io.noether.autodiff.inspect;

/**
 * What one pass of a program has cost so far.
 *
 * @param name its space, and the map that orders its rows if there is one
 * @param runs how often it ran
 * @param seconds wall time in all
 * @param operations floating-point operations of one run, what is recomputed included
 */
public record PassTime(String name, long runs, double seconds, double operations) {}
