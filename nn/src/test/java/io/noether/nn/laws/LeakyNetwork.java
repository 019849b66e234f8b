package io.noether.nn.laws;

import static io.noether.nn.AtomicGraph.RECEIVER;
import static io.noether.nn.AtomicGraph.SENDER;
import static io.noether.nn.AtomicGraph.SPECIES_OF;

import io.noether.autodiff.Tensor;
import io.noether.nn.Architecture;
import io.noether.nn.AtomicGraph;
import io.noether.nn.layers.CartesianTensor;
import io.noether.nn.layers.CutoffFunction;
import io.noether.nn.layers.Features;
import io.noether.nn.layers.Irrep;
import io.noether.nn.layers.RadialBasis;
import io.noether.nn.layers.Scope;
import java.util.List;
import java.util.Map;

/** A small equivariant network in which one symmetry can be let go by a false claim about a tensor. */
record LeakyNetwork(Leak leak) implements Architecture {
  private static final int CHANNELS = 5;

  enum Leak {
    /** All is well. */
    NONE,
    /** A component of vectors is added to scalars. */
    VECTOR_COMPONENT,
    /** A nonlinear function acts on the components of vectors. */
    NONLINEAR_VECTOR,
    /** A constant is added to the components of vectors. */
    VECTOR_BIAS,
    /** A pseudoscalar passes for a scalar. */
    PSEUDOSCALAR,
    /** A product of matrices XY passes for XY + YX. */
    MATRIX_PRODUCT,
    /** Neighbours are not weighted down towards the cutoff. */
    NO_CUTOFF,
    /** Every atom sees a sum over all atoms of the batch. */
    BATCH_SUM
  }

  @Override
  public String name() {
    return "leaky";
  }

  @Override
  public double cutoff() {
    return 3.5;
  }

  @Override
  public Map<String, String> hyperParameters() {
    return Map.of();
  }

  @Override
  public Features atomicEnergies(AtomicGraph batch) {
    var net = new Scope(batch.graph(), name());
    Features r = batch.edgeVectors();
    Features d = r.norm(0);
    Features u = r.times(d.reciprocal());
    Features weight = new CutoffFunction.Polynomial(3).at(d, cutoff());
    Features filter = net.linear("filter", RadialBasis.GAUSSIAN.expand(d, 6, cutoff()), 2 * CHANNELS);
    if (leak != Leak.NO_CUTOFF) {
      filter = filter.times(weight);
    }
    Features q = net.embedding("embedding", SPECIES_OF, CHANNELS);
    List<Features> messages = net.mlp("message", q, 8, 2 * CHANNELS).gather(SENDER).times(filter).split(2);
    q = q.plus(messages.get(0).sum(RECEIVER));
    Features v = messages.get(1).times(u).sum(RECEIVER);
    Tensor x = v.tensor();
    Features scalars = switch (leak) {
      case NONE, NO_CUTOFF -> v.squaredNorm();
      case VECTOR_COMPONENT -> scalars(x.slice(0, 0, 1).reshape(CHANNELS));
      case NONLINEAR_VECTOR -> Features.of(Irrep.VECTOR, x.silu(), "leak").squaredNorm();
      case VECTOR_BIAS -> Features.of(Irrep.VECTOR, x.plus(0.1), "leak").squaredNorm();
      case PSEUDOSCALAR ->
        scalars(net.linearWithoutBias("a", v, CHANNELS).cross(net.linearWithoutBias("b", v, CHANNELS)).dot(v).tensor());
      case MATRIX_PRODUCT -> product(net, CartesianTensor.along(u, List.of(messages.get(0), messages.get(1),
          messages.get(1))).sum(RECEIVER)).squaredNorm();
      case BATCH_SUM -> scalars(q.tensor().plus(q.tensor().total().times(0.01)));
    };
    return net.readout("energy", net.linear("hidden", q.join(scalars), CHANNELS).silu());
  }

  /** XY + YX and the antisymmetric part of [a]×[b]×, for the matrices X and another mixture Y of them. */
  private static CartesianTensor product(Scope net, CartesianTensor x) {
    CartesianTensor y = net.linearWithoutBias("y", x, CHANNELS);
    CartesianTensor sound = x.anticommutator(y);
    Features even = x.vector().cross(y.vector());
    return new CartesianTensor(sound.scalar(), sound.vector().plus(Features.of(Irrep.VECTOR, even.tensor(), "leak")),
        sound.symmetric());
  }

  private static Features scalars(Tensor claimed) {
    return Features.of(Irrep.SCALAR, claimed, "leak");
  }
}
