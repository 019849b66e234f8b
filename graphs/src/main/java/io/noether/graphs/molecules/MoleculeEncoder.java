package io.noether.graphs.molecules;

import io.noether.autodiff.Function;
import io.noether.autodiff.Tensor;
import io.noether.graphs.GaussianPosterior;
import io.noether.nn.permutation.PermutationLinear;
import io.noether.nn.permutation.Tuples;
import java.util.List;
import java.util.stream.IntStream;

/** Second-order encoder: pairs and marks → residual layers → mean and log variance of each node's latent numbers. */
final class MoleculeEncoder {
  private static final double LARGEST_LOG_VARIANCE = 6;

  private final int latent;
  private final PermutationLinear first;
  private final PermutationLinear lift;
  private final List<PairBlock> blocks;
  private final PermutationLinear last;

  MoleculeEncoder(Tuples tuples, MoleculeSettings settings) {
    latent = settings.latent();
    int channels = settings.channels();
    first = new PermutationLinear(tuples, "encoder.first", 2, 2, 2 * settings.kinds() + 1, channels);
    lift = new PermutationLinear(tuples, "encoder.marks", 1, 2, MoleculeNetwork.MARKS, channels);
    blocks = IntStream.range(0, settings.encoderLayers())
        .mapToObj(k -> new PairBlock(tuples, "encoder." + k, channels, settings.order())).toList();
    last = new PermutationLinear(tuples, "encoder.last", 2, 1, channels, 2 * latent);
  }

  GaussianPosterior apply(Tensor pairs, Tensor marks) {
    Tensor h = first.apply(pairs).plus(lift.apply(marks));
    for (PairBlock block : blocks) {
      h = block.apply(h);
    }
    Tensor both = last.apply(h.silu());
    Tensor bounded = both.slice(0, latent, latent).times(1 / LARGEST_LOG_VARIANCE).apply(Function.TANH)
        .times(LARGEST_LOG_VARIANCE);
    return new GaussianPosterior(both.slice(0, 0, latent), bounded.times(0.5));
  }
}
