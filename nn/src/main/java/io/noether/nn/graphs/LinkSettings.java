package io.noether.nn.graphs;

/**
 * What to train, and how.
 *
 * @param kind which autoencoder
 * @param hidden channels of the hidden layer ({@code VGAE}) or over pairs ({@code SN2}), at least 1
 * @param latent channels of a node's latent vector, at least 1
 * @param steps number of neighbourhood sums, at least 0; {@code VGAE} has two
 * @param prior law of the latent vectors
 * @param divergence weight of the divergence from the prior, 1 being Kipf and Welling's 1/n², not below 0
 * @param epochs most optimiser steps, at least 1
 * @param patience steps without a better validation score after which training ends, at least 1; the best weights are
 *     kept. 0: validation decides nothing, the last weights are kept
 * @param learningRate of Adam, in 0..1
 */
public record LinkSettings(Kind kind, int hidden, int latent, int steps, Prior prior, double divergence, int epochs,
    int patience, double learningRate) {
  /** The autoencoders there are. */
  public enum Kind {
    /** Kipf and Welling's: two graph convolutions and an inner product. */
    VGAE,
    /** The second-order one: layers on pairs of nodes. */
    SN2
  }

  /** What {@code noether links} begins with. */
  public static LinkSettings of(Kind kind) {
    return switch (kind) {
      case VGAE -> new LinkSettings(kind, 32, 16, 2, Prior.STANDARD, 1, 200, 0, 0.01);
      case SN2 -> new LinkSettings(kind, 16, 64, 2, Prior.STANDARD, 1, 200, 50, 0.01);
    };
  }

  LinkModel model() {
    return switch (kind) {
      case VGAE -> new Vgae(hidden, latent);
      case SN2 -> new SecondOrder(hidden, latent, steps);
    };
  }
}
