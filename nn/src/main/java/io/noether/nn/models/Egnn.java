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
 * EGNN, the E(n)-equivariant graph network (Satorras, Hoogeboom and Welling, "E(n) equivariant graph neural networks",
 * ICML 2021, eqs 3 to 7), as a potential. Three choices where the paper's network is made for small graphs without a
 * cutoff: an edge's weight e_ij (eq. 7) is the cutoff function of the atoms' distance, so that the energy is smooth;
 * the edge attributes a_ij are a radial basis of that distance; and coordinates move along
 * (x_j - x_i) / (|x_j - x_i| + 1) with no division by the number of atoms, so that two systems far apart do not feel
 * each other. Coordinates are kept as displacements from the atoms' places, which also makes them right for periodic
 * cells.
 *
 * @param features channels of the node features and of the messages
 * @param interactions number of layers
 * @param radial the edge attributes are its basis functions, and the edge weight is its weight
 */
public record Egnn(int features, int interactions, Radial radial) implements MessagePassing {
  private static final double NORM_EPSILON = 1e-8; // under the root: moved atoms may meet

  /** Checks the ranges. @throws IllegalArgumentException naming the hyper-parameter and what it may be */
  public Egnn {
    HyperParameters.within("features", features, 1, 4096);
    HyperParameters.within("interactions", interactions, 1, 64);
  }

  /** 64 features, 4 layers, 20 Gaussians, 5 Å, cosine cutoff. */
  public Egnn() {
    this(64, 4, new Radial(20, 5, RadialBasis.GAUSSIAN, new CutoffFunction.Cosine()));
  }

  @Override
  public String name() {
    return "egnn";
  }

  @Override
  public Features atomicEnergies(AtomicGraph batch) {
    var net = new Scope(batch.graph(), name());
    Features r = batch.edgeVectors();
    Features d = r.norm(0);
    Features a = radial.expand(d);
    Features e = radial.weight(d);

    Features h = net.embedding("embedding", SPECIES_OF, features);
    Features moved = Features.zero(batch.graph(), ATOMS, Irrep.VECTOR);
    for (int t = 0; t < interactions; t++) {
      var layer = net.in("interaction." + t);
      Features x = r.plus(moved.gather(SENDER).minus(moved.gather(RECEIVER))); // x_j - x_i
      Features squared = x.squaredNorm();

      // m_ij = phi_e(h_i, h_j, |x_j - x_i|², a_ij), eq. 3
      // The first linear layer of phi_e falls into blocks; those of the atoms are computed once per atom.
      Features m = layer.linear("edge.receiver", h, features).gather(RECEIVER)
          .plus(layer.linearWithoutBias("edge.sender", h, features).gather(SENDER))
          .plus(layer.linearWithoutBias("edge.distance", squared.times(1 / (cutoff() * cutoff())), features))
          .plus(layer.linearWithoutBias("edge.attributes", a, features))
          .silu();
      m = layer.linear("edge.out", m, features).silu();

      if (t < interactions - 1) { // x_i += Σ_j (x_j - x_i) phi_x(m_ij), eq. 4; the last move would not be seen
        Features direction = x.times(x.norm(NORM_EPSILON).plus(1).reciprocal());
        Features step = layer.readoutWithoutBias("move.1", layer.linear("move.0", m, features).silu()).times(e);
        moved = moved.plus(direction.times(step).sum(RECEIVER));
      }
      Features received = m.times(e).sum(RECEIVER); // eqs 5 and 7
      h = h.plus(layer.mlp("node", h.join(received), features, features)); // eq. 6
    }
    var out = net.in("energy");
    return out.readout("1", out.linear("0", h, features).silu());
  }
}
