package io.noether.graphs.molecules;

import io.noether.autodiff.Tensor;
import io.noether.nn.permutation.PermutationLinear;
import io.noether.nn.permutation.Tuples;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Second-order decoder: products a(z_i)·b(z_j), the lift 1 → 2 of z, and the corrupted molecule → residual layers →
 * scores of bond orders, the same for (i, j) and (j, i), and of atom types.
 */
final class MoleculeDecoder {
  /**
   * Scores, which are log probabilities up to a constant in each row.
   *
   * @param bonds over pairs; the diagonal means nothing
   * @param atoms over nodes
   */
  record Scores(Tensor bonds, Tensor atoms) {}

  private final Tuples tuples;
  private final PermutationLinear left;
  private final PermutationLinear right;
  private final PermutationLinear products;
  private final PermutationLinear lift;
  private final PermutationLinear corrupted;
  private final List<PairBlock> blocks;
  private final PermutationLinear bonds;
  private final PermutationLinear atoms;

  MoleculeDecoder(Tuples tuples, MoleculeSettings settings) {
    this.tuples = tuples;
    int channels = settings.channels();
    left = new PermutationLinear(tuples, "decoder.left", 1, 1, settings.latent(), channels);
    right = new PermutationLinear(tuples, "decoder.right", 1, 1, settings.latent(), channels);
    products = new PermutationLinear(tuples, "decoder.products", 2, 2, channels, channels);
    lift = new PermutationLinear(tuples, "decoder.lift", 1, 2, settings.latent(), channels);
    corrupted = new PermutationLinear(tuples, "decoder.corrupted", 2, 2, settings.kinds() + 1, channels);
    blocks = IntStream.range(0, settings.decoderLayers())
        .mapToObj(k -> new PairBlock(tuples, "decoder." + k, channels, settings.order())).toList();
    bonds = new PermutationLinear(tuples, "decoder.bonds", 2, 2, channels, MoleculeGraph.BOND_KINDS);
    atoms = new PermutationLinear(tuples, "decoder.atoms", 2, 1, channels, settings.types().size());
  }

  Scores apply(Tensor z, Tensor seen) {
    Tensor outer = left.apply(z).gather(tuples.map(2, 0)).times(right.apply(z).gather(tuples.map(2, 1)));
    Tensor h = products.apply(outer).plus(lift.apply(z)).plus(corrupted.apply(seen));
    for (PairBlock block : blocks) {
      h = block.apply(h);
    }
    h = h.silu();
    Tensor ordered = bonds.apply(h);
    return new Scores(ordered.plus(ordered.gather(tuples.map(2, 1, 0))), atoms.apply(h));
  }
}
