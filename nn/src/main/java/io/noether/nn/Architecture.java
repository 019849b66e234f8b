package io.noether.nn;

import io.noether.nn.layers.Features;
import java.util.Map;

/**
 * A family of networks with its hyper-parameters fixed: an immutable recipe that builds the network's expression.
 * Implement it to bring a network of your own; symmetry is checked by the types of the layers.
 */
public interface Architecture {
  /** Short lower-case name, as in {@code painn}; the first part of the parameters' names. */
  String name();

  /** Distance up to which atoms are neighbours, Å. The energy must not jump when a neighbour enters or leaves. */
  double cutoff();

  /** Every hyper-parameter by name, the cutoff included, in the order in which they are printed. */
  Map<String, String> hyperParameters();

  /** What each hyper-parameter means, by name: a clause for people, with choices and units. Some may be left out. */
  default Map<String, String> meanings() {
    return Map.of();
  }

  /**
   * Builds the network, its parameters included.
   *
   * @return one number for each atom: single, even scalar, dimensionless. {@link ModelSpec} gives it its scale in eV.
   */
  Features atomicEnergies(AtomicGraph batch);
}
