package outside;

import io.noether.nn.Architecture;
import io.noether.nn.AtomicGraph;
import io.noether.nn.layers.CutoffFunction;
import io.noether.nn.layers.Features;
import io.noether.nn.layers.RadialBasis;
import io.noether.nn.layers.Scope;
import io.noether.nn.models.HyperParameters;
import java.util.Map;

/** A network that somebody else wrote: neighbours as sums of scalars and of vectors, whose lengths tell angles. */
record VectorSums(int features, double cutoff) implements Architecture {
  @Override
  public String name() {
    return "vector-sums";
  }

  @Override
  public Map<String, String> hyperParameters() {
    return HyperParameters.listing("features", features, "cutoff", cutoff);
  }

  @Override
  public Features atomicEnergies(AtomicGraph batch) {
    var net = new Scope(batch.graph(), name());
    Features r = batch.edgeVectors();
    Features d = r.norm(0);
    Features radial = net.linear("radial", RadialBasis.BESSEL.expand(d, 8, cutoff), features);
    Features fade = new CutoffFunction.Polynomial(6).at(d, cutoff);
    Features own = net.embedding("element", AtomicGraph.SPECIES_OF, features);
    Features m = own.gather(AtomicGraph.SENDER).times(radial).times(fade);
    Features lengths = m.times(r.times(d.reciprocal())).sum(AtomicGraph.RECEIVER).squaredNorm();
    Features all = own.join(m.sum(AtomicGraph.RECEIVER)).join(lengths);
    return net.readout("energy", net.linear("hidden", all, features).silu());
  }
}
