package io.noether.nn.models;

import static io.noether.nn.AtomicGraph.ATOMS;
import static io.noether.nn.AtomicGraph.RECEIVER;
import static io.noether.nn.AtomicGraph.SENDER;
import static io.noether.nn.AtomicGraph.SPECIES_OF;

import io.noether.nn.AtomicGraph;
import io.noether.nn.layers.CutoffFunction;
import io.noether.nn.layers.Features;
import io.noether.nn.layers.Irrep;
import io.noether.nn.layers.RadialBasis;
import io.noether.nn.layers.Scope;

/**
 * PaiNN, the polarizable atom interaction network (Schütt, Unke and Gastegger, "Equivariant message passing for the
 * prediction of tensorial properties and molecular spectra", ICML 2021), laid out as SchNetPack does it: the filter of
 * each interaction is (W φ(r) + b)·fc(r), vector norms are √(Σ V² + 1e-8), and a two-layer network reads the atomic
 * energies from the scalars.
 *
 * @param features channels F of the scalars and of the vectors; even, since the readout narrows to F/2
 * @param interactions number of message and update blocks
 * @param radial how distances are seen
 */
public record PaiNN(int features, int interactions, Radial radial) implements MessagePassing {
  private static final double NORM_EPSILON = 1e-8; // under the root, so that it has a gradient at zero

  /** Checks the ranges. @throws IllegalArgumentException naming the hyper-parameter and what it may be */
  public PaiNN {
    HyperParameters.even("features", features, 2, 4096);
    HyperParameters.within("interactions", interactions, 1, 64);
  }

  /** The usual choice: 64 features, 3 interactions, 20 Gaussians, 5 Å, cosine cutoff. */
  public PaiNN() {
    this(64, 3, new Radial(20, 5, RadialBasis.GAUSSIAN, new CutoffFunction.Cosine()));
  }

  @Override
  public String name() {
    return "painn";
  }

  @Override
  public Features atomicEnergies(AtomicGraph batch) {
    var net = new Scope(batch.graph(), name());
    Features r = batch.edgeVectors();
    Features d = r.norm(0);
    Features u = r.times(d.reciprocal());
    Features phi = radial.expand(d);
    Features fc = radial.weight(d);

    Features q = net.embedding("embedding", SPECIES_OF, features);
    Features mu = Features.zero(batch.graph(), ATOMS, Irrep.VECTOR, features);
    for (int t = 0; t < interactions; t++) {
      var layer = net.in("interaction." + t);

      // message (eqs 7 and 8)
      Features x = layer.mlp("message", q, features, 3 * features);
      Features w = layer.linear("filter", phi, 3 * features).times(fc);
      var m = x.gather(SENDER).times(w).split(3);
      q = q.plus(m.get(0).sum(RECEIVER));
      mu = mu.plus(m.get(1).times(u).plus(m.get(2).times(mu.gather(SENDER))).sum(RECEIVER));

      // update (eqs 9 and 10)
      var mixed = layer.linearWithoutBias("vectors", mu, 2 * features).split(2);
      Features v = mixed.get(0);
      Features wv = mixed.get(1);
      var a = layer.mlp("update", q.join(v.norm(NORM_EPSILON)), features, 3 * features).split(3);
      q = q.plus(a.get(0)).plus(a.get(2).times(v.dot(wv)));
      mu = mu.plus(a.get(1).times(wv));
    }
    var out = net.in("energy");
    return out.readout("1", out.linear("0", q, features / 2).silu());
  }
}
