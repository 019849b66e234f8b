package io.noether.nn.layers;

import io.noether.autodiff.Graph;
import io.noether.autodiff.Initial;
import io.noether.autodiff.Space;
import io.noether.autodiff.Tensor;

/**
 * Layer normalisation, w·(x - mean) / √(variance + 1e-5) + b, where mean and variance are taken over the channels of a
 * row (Ba, Kiros and Hinton, "Layer normalization", arXiv 1607.06450). It works on plain tensors, whose channels must be
 * numbers that no symmetry operation changes.
 *
 * @param weight w, trainable, [channels]; starts at 1
 * @param bias b, trainable, [channels]; starts at 0
 */
public record LayerNorm(Tensor weight, Tensor bias) {
  private static final double EPSILON = 1e-5;

  /** A new layer with the parameters {@code name.weight} and {@code name.bias}. */
  public static LayerNorm of(Graph graph, String name, int channels) {
    Tensor weight = graph.parameter(name + ".weight", Space.POINT, new Initial.Constant(1), channels);
    Tensor bias = graph.parameter(name + ".bias", Space.POINT, new Initial.Constant(0), channels);
    return new LayerNorm(weight, bias);
  }

  /**
   * The normalised rows.
   *
   * @param x rows of [channels], over any space
   */
  public Tensor apply(Tensor x) {
    Graph graph = x.graph();
    int channels = weight.shape().dim(0);
    Tensor mean = graph.contract("k->", x).times(1.0 / channels);
    Tensor centred = x.minus(mean.expand("->k", channels));
    Tensor variance = graph.contract("k,k->", centred, centred).times(1.0 / channels);
    Tensor standard = centred.times(variance.plus(EPSILON).sqrt().reciprocal());
    return standard.times(weight).plus(bias);
  }
}
