package io.noether.nn.molecules;

import io.noether.autodiff.Function;
import io.noether.autodiff.Graph;
import io.noether.autodiff.ParameterSet;
import io.noether.autodiff.Space;
import io.noether.autodiff.Tensor;
import io.noether.nn.permutation.Tuples;
import java.util.Map;

/**
 * The second-order graph variational autoencoder of molecules (Thiede, Hy and Kondor 2020) as expressions: encoder, one
 * latent Gaussian for each atom with the prior N(0, 1), decoder, and the loss. Every step commutes with reordering the
 * atoms, and the prior does not know their order, so the law of samples does not either.
 */
public final class MoleculeNetwork {
  /** Random numbers that mark each atom. */
  static final int MARKS = 8;

  private final MoleculeSettings settings;
  final Graph graph = new Graph();
  final Tuples tuples;
  /**
   * What the encoder sees: bond orders of pairs, one-hot; the share that is corrupted; on the diagonal atom types,
   * one-hot, and {@link #MARKS} random numbers, which tell apart atoms that symmetry makes alike. Without marks these
   * would get the same latent mean, and no decoder could know which of them are bonded.
   */
  final Tensor seen;
  /** Standard normal numbers for each atom. */
  final Tensor noise;
  /** The true bond orders, one-hot; zero on the diagonal. */
  final Tensor bondTarget;
  /** The true atom types, one-hot. */
  final Tensor atomTarget;
  /** What the loss of the whole batch is multiplied with. */
  final Tensor scale;
  final MoleculeEncoder.Posterior posterior;
  /** What the posterior's sample decodes to. */
  final MoleculeDecoder.Scores reconstruction;
  /** What the noise itself decodes to: a sample of the prior. */
  final MoleculeDecoder.Scores prior;
  /** -log p(molecule | z). */
  final Tensor mismatch;
  /** KL divergence of the posterior from the prior. */
  final Tensor divergence;

  /** Builds the network. */
  MoleculeNetwork(MoleculeSettings settings) {
    this.settings = settings;
    tuples = new Tuples(graph, "molecule", settings.order());
    seen = graph.input("seen", tuples.space(2), inputs(settings));
    noise = graph.input("noise", tuples.space(1), settings.latent());
    bondTarget = graph.input("bondTarget", tuples.space(2), MoleculeGraph.BOND_KINDS);
    atomTarget = graph.input("atomTarget", tuples.space(1), settings.types().size());
    scale = graph.input("scale", Space.POINT);
    posterior = new MoleculeEncoder(tuples, settings).apply(seen);
    var decoder = new MoleculeDecoder(tuples, settings);
    reconstruction = decoder.apply(posterior.sample(noise));
    prior = decoder.apply(noise);
    mismatch = crossEntropy(reconstruction.bonds(), bondTarget).times(0.5) // each bond is there twice
        .plus(crossEntropy(reconstruction.atoms(), atomTarget)).times(scale);
    divergence = posterior.divergence().total().times(scale);
  }

  /** The shape of the network. */
  public MoleculeSettings settings() {
    return settings;
  }

  /** Numbers in a row of {@link #seen}. */
  static int inputs(MoleculeSettings settings) {
    return MoleculeGraph.BOND_KINDS + settings.types().size() + MARKS + 1;
  }

  /** Fresh parameters. */
  ParameterSet newParameters(long seed) {
    return new ParameterSet(graph.parameters(), seed, Map.of());
  }

  /** Σ over rows of log Σ exp(scores) - score of the target; rows without a target do not count. */
  private Tensor crossEntropy(Tensor scores, Tensor target) {
    int kinds = scores.shape().dim(0);
    Tensor centred = scores.minus(graph.contract("k->", scores).times(1.0 / kinds).expand("->k", kinds));
    Tensor logSum = graph.contract("k->", centred.exp()).apply(Function.LOG);
    Tensor counted = graph.contract("k->", target);
    return counted.times(logSum).minus(graph.contract("k,k->", target, centred)).total();
  }
}
