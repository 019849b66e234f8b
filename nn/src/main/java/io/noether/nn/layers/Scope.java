package io.noether.nn.layers;

import io.noether.autodiff.Graph;
import io.noether.autodiff.Index;
import io.noether.autodiff.Initial;
import io.noether.autodiff.Space;
import io.noether.autodiff.Tensor;

/**
 * A named part of a network. Layers made here own the parameters under its name: {@code
 * scope.in("interaction.0").linear("filter", x, 64)} in a scope "painn" has the parameters {@code
 * painn.interaction.0.filter.weight} and {@code painn.interaction.0.filter.bias}.
 *
 * <p>Weights are [in, out] and start uniform in ±√(6 / (in + out)) (Glorot and Bengio 2010); biases start at zero;
 * embeddings are standard normal.
 */
public final class Scope {
  private final Graph graph;
  private final String name;

  /** The outermost scope of a network. */
  public Scope(Graph graph, String name) {
    this.graph = graph;
    this.name = name;
  }

  /** A scope inside this one, whose name is this one's, a dot and {@code inner}. */
  public Scope in(String inner) {
    return new Scope(graph, name + "." + inner);
  }

  /**
   * An embedding: each row gets the trainable vector of scalars that belongs to its type.
   *
   * @param typeOf the type of each row, such as the chemical element of each atom
   * @return even scalars over the rows, [channels]
   */
  public Features embedding(String layer, Index typeOf, int channels) {
    return embeddingTable(layer, typeOf.to(), channels).gather(typeOf);
  }

  /**
   * The table of an embedding, one trainable vector of scalars for each type.
   *
   * @param types the set of types, such as the chemical elements that a model knows
   * @return even scalars over the types, [channels]
   */
  public Features embeddingTable(String layer, Space types, int channels) {
    Tensor table = graph.parameter(full(layer) + ".weight", types, new Initial.Normal(1), channels);
    return Features.of(Irrep.SCALAR, table, full(layer));
  }

  /**
   * A linear layer with a bias, y = x·W + b: it mixes channels and adds a constant to each.
   *
   * @throws TypeException unless x are even scalars, since a constant vector would not turn with the atoms; use
   *     {@link #linearWithoutBias(String, Features, int)} for other types
   */
  public Features linear(String layer, Features x, int channels) {
    if (!x.irrep().equals(Irrep.SCALAR)) {
      throw new TypeException(full(layer) + ": a bias on " + x + " would break the symmetry; use linearWithoutBias");
    }
    Tensor bias = graph.parameter(full(layer) + ".bias", Space.POINT, new Initial.Constant(0), channels);
    return x.madeBy(full(layer), product(layer, x, channels).plus(bias));
  }

  /** A linear layer, y = x·W: it mixes the channels of features of any type, the same way for each component. */
  public Features linearWithoutBias(String layer, Features x, int channels) {
    return x.madeBy(full(layer), product(layer, x, channels));
  }

  /**
   * Three linear layers, one for each part of a Cartesian tensor. Their parameters are called
   * {@code layer.scalar.weight}, {@code layer.vector.weight} and {@code layer.symmetric.weight}.
   */
  public CartesianTensor linearWithoutBias(String layer, CartesianTensor x, int channels) {
    Scope inner = in(layer);
    return new CartesianTensor(inner.linearWithoutBias("scalar", x.scalar(), channels),
        inner.linearWithoutBias("vector", x.vector(), channels),
        inner.linearWithoutBias("symmetric", x.symmetric(), channels));
  }

  /**
   * Layer normalisation of even scalars over the channels of a row: see {@link LayerNorm}.
   *
   * @throws TypeException for features of another type
   */
  public Features layerNorm(String layer, Features x) {
    if (!x.irrep().equals(Irrep.SCALAR) || x.single()) {
      throw new TypeException(full(layer) + ": " + x + " has no channels of even scalars to normalise");
    }
    return x.madeBy(full(layer), LayerNorm.of(graph, full(layer), x.channels()).apply(x.tensor()));
  }

  /**
   * A perceptron of two linear layers with SiLU between them, for even scalars. The layers are called {@code layer.0} and
   * {@code layer.1}.
   *
   * @param hidden number of channels between the layers
   * @param channels number of channels of the result
   */
  public Features mlp(String layer, Features x, int hidden, int channels) {
    Scope inner = in(layer);
    return inner.linear("1", inner.linear("0", x, hidden).silu(), channels);
  }

  /**
   * A linear layer from all channels to one number, y = x·w + b, for even scalars.
   *
   * @throws TypeException for features of another type; use {@link #readoutWithoutBias}
   */
  public Features readout(String layer, Features x) {
    if (!x.irrep().equals(Irrep.SCALAR)) {
      throw new TypeException(full(layer) + ": a bias on " + x + " would break the symmetry; use readoutWithoutBias");
    }
    Tensor bias = graph.parameter(full(layer) + ".bias", Space.POINT, new Initial.Constant(0));
    Features y = readoutWithoutBias(layer, x);
    return y.madeBy(full(layer), y.tensor().plus(bias));
  }

  /** A linear layer from all channels to one of the same type, y = x·w: features of multiplicity one. */
  public Features readoutWithoutBias(String layer, Features x) {
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
