package io.noether.core;

/** A potential in which each atom's share of the energy depends on atoms within a limited distance. */
public interface LocalPotential extends Potential {
  /** The distance in Å beyond which two atoms do not see each other directly; positive. */
  double cutoff();
}
