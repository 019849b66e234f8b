package io.noether.nn.models;

import static io.noether.nn.AtomicGraph.ELEMENTS;
import static io.noether.nn.AtomicGraph.RECEIVER;
import static io.noether.nn.AtomicGraph.SENDER;
import static io.noether.nn.AtomicGraph.SPECIES_OF;

import io.noether.nn.AtomicGraph;
import io.noether.nn.layers.CartesianTensor;
import io.noether.nn.layers.CutoffFunction;
import io.noether.nn.layers.Features;
import io.noether.nn.layers.RadialBasis;
import io.noether.nn.layers.Scope;
import java.util.List;

/**
 * TensorNet (Simeon and De Fabritiis, "TensorNet: Cartesian tensor representations for efficient learning of molecular
 * potentials", NeurIPS 2023): a 3×3 matrix X in each channel of each atom, O(3)-equivariant, laid out as matgl does it,
 * so that its pretrained potentials can be imported. There, norms ‖X‖ are sums of squares without a root, a gated network
 * reads the energies, and the usual basis is a smooth spherical Bessel basis of three functions.
 *
 * @param features channels F
 * @param interactions number of interaction blocks
 * @param radial how distances are seen
 */
public record TensorNet(int features, int interactions, Radial radial) implements MessagePassing {
  /** Checks the ranges. @throws IllegalArgumentException naming the hyper-parameter and what it may be */
  public TensorNet {
    HyperParameters.within("features", features, 1, 4096);
    HyperParameters.within("interactions", interactions, 0, 64);
  }

  /** 64 features, 2 interactions, 8 smooth Bessel functions, 5 Å, cosine cutoff. */
  public TensorNet() {
    this(64, 2, new Radial(8, 5, RadialBasis.SMOOTH_BESSEL, new CutoffFunction.Cosine()));
  }

  @Override
  public String name() {
    return "tensornet";
  }

  @Override
  public Features atomicEnergies(AtomicGraph batch) {
    var net = new Scope(batch.graph(), name());
    Features r = batch.edgeVectors();
    Features d = r.norm(0);
    Features u = r.times(d.reciprocal());
    Features phi = radial.expand(d);
    Features fc = radial.weight(d);

    CartesianTensor x = embedding(net.in("embedding"), u, phi, fc);
    for (int t = 0; t < interactions; t++) {
      x = interaction(net.in("interaction." + t), x, phi, fc);
    }
    return energies(net.in("energy"), x);
  }

  /** The matrices of the pairs, weighted by their elements and distances (eqs 6 to 9). */
  private CartesianTensor embedding(Scope layer, Features u, Features phi, Features fc) {
    Features z = layer.embeddingTable("elements", ELEMENTS, features);
    // the linear layer on the elements of a pair falls into two blocks, each computed once per element
    Features pair = layer.linearWithoutBias("sender", z, features).gather(SPECIES_OF).gather(SENDER)
        .plus(layer.linear("receiver", z, features).gather(SPECIES_OF).gather(RECEIVER));
    var w = layer.linear("filter", phi, 3 * features).times(fc).split(3);
    CartesianTensor x = CartesianTensor.along(u, w.stream().map(pair::times).toList()).sum(RECEIVER);

    Features n = layer.layerNorm("norm", x.squaredNorm());
    n = layer.linear("scale.0", n, 2 * features).silu();
    n = layer.linear("scale.1", n, 3 * features).silu();
    return layer.linearWithoutBias("mix", x, features).times(n.split(3));
  }

  /** Messages, and the products with the receiver's own matrices (eqs 10 to 13). */
  private CartesianTensor interaction(Scope layer, CartesianTensor given, Features phi, Features fc) {
    Features f = layer.linear("filter.0", phi, features).silu();
    f = layer.linear("filter.1", f, 2 * features).silu();
    f = layer.linear("filter.2", f, 3 * features).silu().times(fc);

    CartesianTensor x = given.normalised();
    CartesianTensor y = layer.linearWithoutBias("before", x, features);
    CartesianTensor m = y.gather(SENDER).times(f.split(3)).sum(RECEIVER);
    CartesianTensor dx = layer.linearWithoutBias("after", m.anticommutator(y).normalised(), features);
    return x.plus(dx).plus(dx.square());
  }

  /** A gated network on the norms of the parts. */
  private Features energies(Scope out, CartesianTensor x) {
    List<Features> norms = x.squaredNorms();
    Features n = out.layerNorm("norm", norms.get(0).join(norms.get(1)).join(norms.get(2)));
    n = out.linear("linear", n, features);
    return perceptron(out.in("value"), n).times(perceptron(out.in("gate"), n).sigmoid());
  }

  private Features perceptron(Scope layer, Features n) {
    Features x = n;
    for (int k = 0; k < 3; k++) {
      x = layer.linear(Integer.toString(k), x, features).silu();
    }
    return layer.readout("3", x);
  }
}
