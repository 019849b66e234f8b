package io.noether.nn.layers;

import io.noether.autodiff.Graph;
import io.noether.autodiff.Index;
import io.noether.autodiff.Initial;
import io.noether.autodiff.Space;
import io.noether.autodiff.Tensor;

/**
 * A named place in a network. Layers made here own the parameters under its name: {@code
 * scope.in("interaction.0").linear("filter", x, 64)} in a scope "painn" has the parameters {@code
 * painn.interaction.0.filter.weight} and {@code painn.interaction.0.filter.bias}.
 *
 * <p>Weights are [in, out] and start uniform in ±√(6 / (in + out)) (Glorot and Bengio 2010); biases start at zero;
 * embeddings are standard normal.
 */
public final class Scope {
  private final Graph graph;
  private final String name;

  /** The outermost place of a network. */
  public Scope(Graph graph, String name) {
    this.graph = graph;
    this.name = name;
  }

  /** A place inside this one. */
  public Scope in(String inner) {
    return new Scope(graph, name + "." + inner);
  }

  /**
   * One trainable vector of scalars for each kind, looked up for each row.
   *
   * @param kindOf maps rows to kinds (atoms to chemical elements)
   */
  public Features embedding(String layer, Index kindOf, int channels) {
    return kinds(layer, kindOf.to(), channels).gather(kindOf);
  }

  /** One trainable vector of scalars for each kind, not looked up yet. */
  public Features kinds(String layer, Space kinds, int channels) {
    Tensor table = graph.parameter(full(layer) + ".weight", kinds, new Initial.Normal(1), channels);
    return Features.of(Irrep.SCALAR, table, full(layer));
  }

  /**
   * y = x·W + b: mixes channels and adds a constant.
   *
   * @throws TypeException unless x are even scalars: a constant vector is not invariant; use {@link #mix}
   */
  public Features linear(String layer, Features x, int channels) {
    if (!x.irrep().equals(Irrep.SCALAR)) {
      throw new TypeException(full(layer) + ": a bias on " + x + " would break the symmetry; use mix");
    }
    Tensor bias = graph.parameter(full(layer) + ".bias", Space.POINT, new Initial.Constant(0), channels);
    return x.madeBy(full(layer), product(layer, x, channels).plus(bias));
  }

  /** y = x·W: mixes channels, the same way for each component. For features of any type. */
  public Features mix(String layer, Features x, int channels) {
    return x.madeBy(full(layer), product(layer, x, channels));
  }

  /** The same for each part of a matrix, with weights of its own: {@code scalar}, {@code vector}, {@code symmetric}. */
  public CartesianTensor mix(String layer, CartesianTensor x, int channels) {
    Scope inner = in(layer);
    return new CartesianTensor(inner.mix("scalar", x.scalar(), channels), inner.mix("vector", x.vector(), channels),
        inner.mix("symmetric", x.symmetric(), channels));
  }

  /**
   * y = w·(x - mean) / √(variance + 1e-5) + b over the channels of a row (Ba, Kiros and Hinton 2016); for even scalars.
   *
   * @throws TypeException for features of another type
   */
  public Features layerNorm(String layer, Features x) {
    if (!x.irrep().equals(Irrep.SCALAR) || x.single()) {
      throw new TypeException(full(layer) + ": " + x + " has no channels of even scalars to normalise");
    }
    return x.madeBy(full(layer), LayerNorm.of(graph, full(layer), x.channels()).apply(x.tensor()));
  }

  /** Two linear layers with SiLU between them; for even scalars. */
  public Features mlp(String layer, Features x, int hidden, int channels) {
    Scope inner = in(layer);
    return inner.linear("1", inner.linear("0", x, hidden).silu(), channels);
  }

  /** y = x·w + b: all channels into one number; for even scalars. */
  public Features readout(String layer, Features x) {
    if (!x.irrep().equals(Irrep.SCALAR)) {
      throw new TypeException(full(layer) + ": a bias on " + x + " would break the symmetry; use combine");
    }
    Tensor bias = graph.parameter(full(layer) + ".bias", Space.POINT, new Initial.Constant(0));
    Features y = combine(layer, x);
    return y.madeBy(full(layer), y.tensor().plus(bias));
  }

  /** y = x·w: all channels into a single one of the same type. */
  public Features combine(String layer, Features x) {
    Tensor weight = weight(layer, x.channels(), 1, x.channels());
    String labels = x.irrep().isScalar() ? "k" : "ck";
    return x.madeBy(full(layer) + ".product",
        graph.contract(labels + ",k->" + (x.irrep().isScalar() ? "" : "c"), x.asChannels(), weight));
  }

  private Tensor product(String layer, Features x, int channels) {
    Tensor weight = weight(layer, x.channels(), channels, x.channels(), channels);
    return graph.contract(x.irrep().isScalar() ? "k,kn->n" : "ck,kn->cn", x.asChannels(), weight);
  }

  private Tensor weight(String layer, int in, int out, int... dims) {
    return graph.parameter(full(layer) + ".weight", Space.POINT, Glorot.uniform(in, out), dims);
  }

  private String full(String layer) {
    return name + "." + layer;
  }
}
