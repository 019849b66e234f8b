package io.noether.dynamics.md;

/** Nothing is exchanged: velocity Verlet (Swope, Andersen, Berens and Wilson, J. Chem. Phys. 76, 637 (1982)). */
public record Nve() implements Ensemble {}
