package io.noether.graphs.links;

import io.noether.core.InputException;

/**
 * The shape of an autoencoder.
 *
 * @param kind which autoencoder
 * @param hidden channels of the hidden layer ({@link Kind#VGAE}) or over pairs ({@link Kind#SN2}), 1 to 1024
 * @param latent channels of a node's latent vector, 1 to 1024
 * @param steps neighbourhood sums of {@link Kind#SN2}, 0 to 100; {@link Kind#VGAE} always has two
 */
public record LinkNetwork(Kind kind, int hidden, int latent, int steps) {
  private static final int MOST_CHANNELS = 1024;
  private static final int MOST_STEPS = 100;

  /** The autoencoders there are. */
  public enum Kind {
    /** Kipf and Welling's: two graph convolutions and an inner product. */
    VGAE,
    /** The second-order one: layers on pairs of nodes. */
    SN2
  }

  /** Checks the ranges. @throws InputException if a setting is out of its range */
  public LinkNetwork {
    LinkSettings.check("hidden", hidden, 1, MOST_CHANNELS);
    LinkSettings.check("latent", latent, 1, MOST_CHANNELS);
    LinkSettings.check("steps", steps, 0, MOST_STEPS);
  }

  /** What {@code noether links} begins with. */
  public static LinkNetwork of(Kind kind) {
    return switch (kind) {
      case VGAE -> new LinkNetwork(kind, 32, 16, 2);
      case SN2 -> new LinkNetwork(kind, 16, 64, 2);
    };
  }

  /** This with other hidden channels. */
  public LinkNetwork withHidden(int channels) {
    return new LinkNetwork(kind, channels, latent, steps);
  }

  /** This with other latent channels. */
  public LinkNetwork withLatent(int channels) {
    return new LinkNetwork(kind, hidden, channels, steps);
  }

  /** This with another number of neighbourhood sums. */
  public LinkNetwork withSteps(int count) {
    return new LinkNetwork(kind, hidden, latent, count);
  }

  LinkModel model() {
    return switch (kind) {
      case VGAE -> new Vgae(hidden, latent);
      case SN2 -> new SecondOrder(hidden, latent, steps);
    };
  }
}
