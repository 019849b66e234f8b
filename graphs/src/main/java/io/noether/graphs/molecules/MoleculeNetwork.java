package io.noether.graphs.molecules;

import io.noether.autodiff.Function;
import io.noether.autodiff.Graph;
import io.noether.autodiff.ParameterSet;
import io.noether.autodiff.Space;
import io.noether.autodiff.Tensor;
import io.noether.graphs.GaussianPosterior;
import io.noether.nn.permutation.Tuples;
import java.util.Map;

/**
 * The second-order graph variational autoencoder of molecules (Thiede, Hy and Kondor 2020) as expressions, with a
 * decoder that also sees a corrupted molecule: p(molecule | z, corrupted). Where everything is corrupted, that is the
 * plain autoencoder; where little is, a step that repairs. The encoder gives each atom a latent Gaussian, the prior is
 * N(0, 1) always. Every step commutes with reordering the atoms, and neither the prior nor the corruption knows their
 * order, so the law of samples does not either.
 */
public final class MoleculeNetwork {
  /** Random numbers that mark each atom. */
  static final int MARKS = 8;

  private final MoleculeSettings settings;
  final Graph graph = new Graph();
  final Tuples tuples;
  /** The molecule, over pairs: bond orders, one-hot; on the diagonal atom types, one-hot. */
  final Tensor clean;
  /** The corrupted molecule, written alike; then the share that is corrupted. */
  final Tensor seen;
  /**
   * Normal numbers of each atom, for the encoder alone: they tell apart atoms that symmetry makes alike. Without them
   * these would get the same latent mean, and no decoder could know which of them are bonded.
   */
  final Tensor marks;
  /** Standard normal numbers for each atom. */
  final Tensor noise;
  /** What the loss of the whole batch is multiplied with. */
  final Tensor scale;
  final GaussianPosterior posterior;
  /** What the posterior's sample decodes to. */
  final MoleculeDecoder.Scores reconstruction;
  /** What the noise itself decodes to: z is a sample of the prior. */
  final MoleculeDecoder.Scores prior;
  /** -log p(molecule | z, corrupted). */
  final Tensor mismatch;
  /** KL divergence of the posterior from the prior. */
  final Tensor divergence;

  /** Builds the network. */
  MoleculeNetwork(MoleculeSettings settings) {
    this.settings = settings;
    tuples = new Tuples(graph, "molecule", settings.order());
    int kinds = settings.kinds();
    clean = graph.input("clean", tuples.space(2), kinds);
    seen = graph.input("seen", tuples.space(2), kinds + 1);
    marks = graph.input("marks", tuples.space(1), MARKS);
    noise = graph.input("noise", tuples.space(1), settings.latent());
    scale = graph.input("scale", Space.POINT);
    posterior = new MoleculeEncoder(tuples, settings).apply(graph.concat(0, clean, seen), marks);
    var decoder = new MoleculeDecoder(tuples, settings);
    reconstruction = decoder.apply(posterior.sample(noise), seen);
    prior = decoder.apply(noise, seen);
    Tensor bonds = clean.slice(0, 0, MoleculeGraph.BOND_KINDS); // nothing on the diagonal
    Tensor atoms = clean.gather(tuples.map(1, 0, 0))
        .slice(0, MoleculeGraph.BOND_KINDS, settings.types().size());
    mismatch = crossEntropy(reconstruction.bonds(), bonds).times(0.5) // each bond is there twice
        .plus(crossEntropy(reconstruction.atoms(), atoms)).times(scale);
    divergence = posterior.divergence().total().times(scale);
  }

  /** The shape of the network. */
  public MoleculeSettings settings() {
    return settings;
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
