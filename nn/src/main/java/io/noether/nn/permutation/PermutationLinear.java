package io.noether.nn.permutation;

import io.noether.autodiff.Graph;
import io.noether.autodiff.Initial;
import io.noether.autodiff.Shape;
import io.noether.autodiff.ShapeException;
import io.noether.autodiff.Space;
import io.noether.autodiff.Tensor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The general linear layer from fields over k-tuples to fields over k'-tuples of nodes that commutes with every
 * relabelling of the nodes (Thiede, Hy and Kondor, arXiv:2004.03990): y = Σ_D D(x)·W_D + Σ_P b_P, with a matrix of
 * channels for each of the Bell(k + k') set partitions D of all indices and a bias for each of the Bell(k') set
 * partitions P of the output's.
 *
 * <p>D(x) takes x on a diagonal, averages over the indices that have no part in the output, mixes channels there, where
 * tuples are fewest, and only then spreads the result over k'-tuples. Sums are means, so a layer made for small graphs
 * works on large ones. On graphs of fewer than k + k' nodes some of the maps depend on each other; the layer is still
 * every equivariant map, with more weights than it needs.
 */
public final class PermutationLinear {
  private final Tuples tuples;
  private final String name;
  private final int from;
  private final int to;
  private final int inChannels;
  private final int outChannels;
  private final Map<Diagram, Tensor> weights = new LinkedHashMap<>();
  private final Map<List<Integer>, Tensor> biases = new LinkedHashMap<>();

  /**
   * Makes the parameters: {@code name.ab>ba} and so on, each [in, out], and {@code name.bias.ab} and so on, each [out].
   * Weights start so that y's variance is at most about x's, whatever the sizes of the graphs; biases start at zero.
   */
  public PermutationLinear(Tuples tuples, String name, int from, int to, int inChannels, int outChannels) {
    this.tuples = tuples;
    this.name = name;
    this.from = from;
    this.to = to;
    this.inChannels = inChannels;
    this.outChannels = outChannels;
    Graph graph = tuples.graph();
    List<Diagram> diagrams = Diagram.all(from, to);
    long everywhere = diagrams.stream().filter(d -> SetPartitions.blocks(d.outputPattern()) == to).count();
    var initial = new Initial.Normal(1 / Math.sqrt((double) inChannels * everywhere));
    for (Diagram d : diagrams) {
      weights.put(d, graph.parameter(name + "." + d, Space.POINT, initial, inChannels, outChannels));
    }
    for (List<Integer> pattern : SetPartitions.of(to)) {
      String label = new Diagram(List.of(), pattern).toString().substring(1);
      biases.put(pattern,
          graph.parameter(name + ".bias." + label, Space.POINT, new Initial.Constant(0), outChannels));
    }
  }

  /** Number of weights for each pair of channels: Bell(k + k'). */
  public int weightsPerChannelPair() {
    return weights.size();
  }

  /** Number of biases for each output channel: Bell(k'). */
  public int biasesPerChannel() {
    return biases.size();
  }

  /**
   * The layer's value; may be called for several fields, which then share the weights.
   *
   * @param x rows [in] over the tuples of order k
   * @return rows [out] over the tuples of order k'
   * @throws ShapeException if x is another kind of field
   */
  public Tensor apply(Tensor x) {
    if (!x.space().equals(tuples.space(from)) || !x.shape().dims().equals(List.of(inChannels))) {
      throw new ShapeException(
          name + " takes rows of [" + inChannels + "] over " + tuples.space(from) + ", not " + x);
    }
    Tensor y = tuples.graph().zero(tuples.space(to), Shape.of(outChannels));
    for (var part : biases.entrySet()) {
      y = y.plus(spread(x, part.getKey(), part.getValue()));
    }
    return y.named(name);
  }

  /** What goes to the outputs whose indices are equal where the pattern says so. */
  private Tensor spread(Tensor x, List<Integer> pattern, Tensor bias) {
    Map<List<Integer>, Tensor> mixed = new LinkedHashMap<>(); // by the output blocks that carry them
    weights.forEach((d, weight) -> {
      if (d.outputPattern().equals(pattern)) {
        Tensor product = tuples.graph().contract("k,kn->n", d.contract(tuples, x), weight);
        mixed.merge(d.outputJoined(), product, Tensor::plus);
      }
    });
    mixed.merge(List.of(), bias, Tensor::plus);
    int blocks = SetPartitions.blocks(pattern);
    Tensor y = tuples.graph().zero(tuples.space(blocks), bias.shape());
    for (var part : mixed.entrySet()) {
      y = y.plus(tuples.gather(part.getValue(), blocks, part.getKey()));
    }
    return blocks == to ? y : y.sum(tuples.map(blocks, pattern));
  }
}
