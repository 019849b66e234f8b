package io.noether.benchmarks.workloads;

import io.noether.nn.Architecture;
import io.noether.nn.layers.CutoffFunction;
import io.noether.nn.layers.RadialBasis;
import io.noether.nn.models.PaiNN;
import io.noether.nn.models.Radial;
import io.noether.nn.models.TensorNet;

/** Networks to be measured, laid out as other packages publish figures for them. */
public enum Network {
  /** PaiNN with 3 interactions and 20 Gaussians, as the peer script has it. */
  PAINN,
  /** TensorNet with 2 interactions and 3 smooth Bessel functions, as the universal potentials of matgl have it. */
  TENSORNET;

  /** The network with a cutoff in Å. */
  public Architecture of(int features, double cutoff) {
    return switch (this) {
      case PAINN -> new PaiNN(features, 3, new Radial(20, cutoff, RadialBasis.GAUSSIAN, new CutoffFunction.Cosine()));
      case TENSORNET ->
        new TensorNet(features, 2, new Radial(3, cutoff, RadialBasis.SMOOTH_BESSEL, new CutoffFunction.Cosine()));
    };
  }

  @Override
  public String toString() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
