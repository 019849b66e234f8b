package io.noether.nn.inference;

import io.noether.nn.Architecture;
import io.noether.nn.AtomicGraph;
import io.noether.nn.layers.CutoffFunction;
import io.noether.nn.layers.Features;
import io.noether.nn.layers.RadialBasis;
import io.noether.nn.layers.Scope;
import java.util.Map;

/** A network of one layer that starts from squared distances and takes no root. */
record Squares(int width) implements Architecture {
  @Override
  public String name() {
    return "squares";
  }

  @Override
  public double cutoff() {
    return 2.5;
  }

  @Override
  public Map<String, String> hyperParameters() {
    return Map.of();
  }

  @Override
  public Features atomicEnergies(AtomicGraph batch) {
    var net = new Scope(batch.graph(), name());
    double range = cutoff() * cutoff();
    Features squared = batch.edgeVectors().squaredNorm();
    Features weight = new CutoffFunction.Polynomial(3).at(squared, range);
    Features basis = RadialBasis.GAUSSIAN.expand(squared, width, range);
    return net.readout("energy", net.linear("filter", basis, width).times(weight).sum(AtomicGraph.RECEIVER).silu());
  }
}
