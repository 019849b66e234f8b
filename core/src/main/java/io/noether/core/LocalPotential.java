package io.noether.core;

/** A potential in which atoms that are far enough apart do not see each other directly. */
public interface LocalPotential extends Potential {
  /** Distance beyond which atoms do not see each other directly, Å. */
  double cutoff();
}
