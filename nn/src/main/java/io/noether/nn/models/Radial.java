package io.noether.nn.models;

import io.noether.nn.layers.CutoffFunction;
import io.noether.nn.layers.Features;
import io.noether.nn.layers.RadialBasis;

/**
 * How a network sees the distance of two neighbours: expanded in a radial basis, and with a weight that fades out at the
 * cutoff, so that the energy does not jump when a neighbour comes or goes.
 *
 * @param functions number of radial basis functions, 2 to 1024
 * @param cutoff distance up to which atoms are neighbours, Å, above 0 and at most 100
 * @param basis the basis φ
 * @param fade the weight fc
 */
public record Radial(int functions, double cutoff, RadialBasis basis, CutoffFunction fade) {
  /** Checks the ranges. @throws IllegalArgumentException naming the hyper-parameter and what it may be */
  public Radial {
    HyperParameters.within("radialFunctions", functions, 2, 1024);
    HyperParameters.cutoff(cutoff);
  }

  /**
   * The basis functions of each distance.
   *
   * @param distance single even scalar, Å, above zero
   * @return {@link #functions} channels of even scalars
   */
  public Features expand(Features distance) {
    return basis.expand(distance, functions, cutoff);
  }

  /**
   * The weight of each distance, between 0 (at the cutoff and beyond) and 1.
   *
   * @param distance single even scalar, Å
   * @return single even scalar
   */
  public Features weight(Features distance) {
    return fade.at(distance, cutoff);
  }
}
