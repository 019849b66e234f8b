package io.noether.nn.models;

import io.noether.nn.Architecture;
import io.noether.nn.layers.CutoffFunction;
import io.noether.nn.layers.RadialBasis;
import java.util.Map;

/** What the networks of this package have in common: their hyper-parameters and how these are written and read. */
sealed interface MessagePassing extends Architecture permits PaiNN, Egnn, SchNet, TensorNet {
  /** Makes a network of one kind. */
  interface Maker {
    Architecture make(int features, int interactions, Radial radial);
  }

  /** Channels of the atoms' features. */
  int features();

  /** Number of layers of message passing. */
  int interactions();

  /** How distances are seen. */
  Radial radial();

  @Override
  default double cutoff() {
    return radial().cutoff();
  }

  @Override
  default Map<String, String> hyperParameters() {
    return HyperParameters.listing("features", features(), "interactions", interactions(), "radial_functions",
        radial().functions(), "cutoff", radial().cutoff(), "radial_basis", radial().basis(), "cutoff_function",
        radial().fade());
  }

  @Override
  default Map<String, String> meanings() {
    return Map.of(
        "features", "channels of the atoms' features",
        "interactions", "layers of message passing",
        "radial_functions", "functions that a distance is expanded in",
        "cutoff", "distance up to which atoms are neighbours, Å",
        "radial_basis", "gaussian, bessel or smooth_bessel",
        "cutoff_function", "cosine, or polynomial-p with p from 2: how neighbours fade out at the cutoff");
  }

  /** Reads what {@link #hyperParameters} writes. */
  static ArchitectureReader reader(Architecture defaults, Maker maker) {
    return new ArchitectureReader(defaults, from -> maker.make(from.integer("features"), from.integer("interactions"),
        new Radial(from.integer("radial_functions"), from.number("cutoff"),
            from.read("radial_basis", RadialBasis::parse), from.read("cutoff_function", CutoffFunction::parse))));
  }
}
