package io.noether.nn.models;

import static io.noether.nn.AtomicGraph.RECEIVER;
import static io.noether.nn.AtomicGraph.SENDER;
import static io.noether.nn.AtomicGraph.SPECIES_OF;

import io.noether.nn.AtomicGraph;
import io.noether.nn.layers.CutoffFunction;
import io.noether.nn.layers.Features;
import io.noether.nn.layers.RadialBasis;
import io.noether.nn.layers.Scope;

/**
 * SchNet (Schütt, Sauceda, Kindermans, Tkatchenko and Müller, "SchNet – A deep learning architecture for molecules and
 * materials", J. Chem. Phys. 148, 241722 (2018)), the invariant baseline: scalars only, so atoms know distances but no
 * angles. Laid out as SchNetPack does it: a filter network ends without an activation and is weighted by fc(r), which
 * the paper's networks without a cutoff do not have.
 *
 * @param features channels F of the features and of the filters; even, since the readout narrows to F/2
 * @param interactions number of interaction blocks
 * @param radial how distances are seen
 */
public record SchNet(int features, int interactions, Radial radial) implements MessagePassing {
  /** Checks the ranges. @throws IllegalArgumentException naming the hyper-parameter and what it may be */
  public SchNet {
    HyperParameters.even("features", features, 2, 4096);
    HyperParameters.within("interactions", interactions, 1, 64);
  }

  /** 64 features and 3 interactions, as for the paper's trajectories; 20 Gaussians, 5 Å, cosine cutoff. */
  public SchNet() {
    this(64, 3, new Radial(20, 5, RadialBasis.GAUSSIAN, new CutoffFunction.Cosine()));
  }

  @Override
  public String name() {
    return "schnet";
  }

  @Override
  public Features atomicEnergies(AtomicGraph batch) {
    var net = new Scope(batch.graph(), name());
    Features d = batch.edgeVectors().norm(0);
    Features phi = radial.expand(d);
    Features fc = radial.weight(d);

    Features x = net.embedding("embedding", SPECIES_OF, features);
    for (int t = 0; t < interactions; t++) {
      var layer = net.in("interaction." + t);
      Features hidden = layer.linear("filter.0", phi, features).shiftedSoftplus();
      Features w = layer.linear("filter.1", hidden, features).times(fc);
      Features y = layer.linearWithoutBias("in", x, features).gather(SENDER).times(w).sum(RECEIVER); // continuous-filter convolution
      y = layer.linear("out.0", y, features).shiftedSoftplus();
      x = x.plus(layer.linear("out.1", y, features));
    }
    var out = net.in("energy");
    return out.readout("1", out.linear("0", x, features / 2).shiftedSoftplus());
  }
}
