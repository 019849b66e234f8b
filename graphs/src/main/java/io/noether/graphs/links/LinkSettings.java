package io.noether.graphs.links;

import io.noether.core.InputException;

/**
 * What to train, and how.
 *
 * @param kind which autoencoder
 * @param hidden channels of the hidden layer ({@code VGAE}) or over pairs ({@code SN2}), 1 to 1024
 * @param latent channels of a node's latent vector, 1 to 1024
 * @param steps neighbourhood sums of {@code SN2}, 0 to 100; {@code VGAE} always has two
 * @param prior law of the latent vectors
 * @param divergence weight of the divergence from the prior, 0 to 10^6; 1 is Kipf and Welling's 1/n²
 * @param epochs most optimiser steps, at least 1
 * @param patience steps without a better validation score after which training ends, at least 5; the best weights are
 *     kept
 * @param othersPerLink pairs that are no links drawn in a step for each link, 1 to 1000: more make the gradient less
 *     noisy
 * @param learningRate of Adam, above 0 and at most 1
 */
public record LinkSettings(Kind kind, int hidden, int latent, int steps, Prior prior, double divergence, int epochs,
    int patience, int othersPerLink, double learningRate) {
  private static final int MOST_CHANNELS = 1024;
  private static final int MOST_STEPS = 100;
  private static final int MOST_EPOCHS = 1_000_000_000;
  private static final double LARGEST_DIVERGENCE = 1e6;

  /** The autoencoders there are. */
  public enum Kind {
    /** Kipf and Welling's: two graph convolutions and an inner product. */
    VGAE,
    /** The second-order one: layers on pairs of nodes. */
    SN2
  }

  /** Checks the ranges. @throws InputException if a setting is out of its range */
  public LinkSettings {
    check("hidden", hidden, 1, MOST_CHANNELS);
    check("latent", latent, 1, MOST_CHANNELS);
    check("steps", steps, 0, MOST_STEPS);
    check("kl", divergence, 0, LARGEST_DIVERGENCE);
    check("epochs", epochs, 1, MOST_EPOCHS);
    check("patience", patience, LinkTraining.VALIDATE_EVERY, MOST_EPOCHS);
    check("others per link", othersPerLink, 1, 1000);
    check("learning rate", learningRate, Double.MIN_VALUE, 1);
  }

  /** What {@code noether links} begins with. */
  public static LinkSettings of(Kind kind) {
    return switch (kind) {
      case VGAE -> new LinkSettings(kind, 32, 16, 2, Prior.STANDARD, 1, 200, 200, 8, 0.01);
      case SN2 -> new LinkSettings(kind, 16, 64, 2, Prior.STANDARD, 1, 200, 50, 1, 0.01);
    };
  }

  /** The same with other hidden channels. */
  public LinkSettings withHidden(int channels) {
    return new LinkSettings(kind, channels, latent, steps, prior, divergence, epochs, patience,
        othersPerLink, learningRate);
  }

  /** The same with other latent channels. */
  public LinkSettings withLatent(int channels) {
    return new LinkSettings(kind, hidden, channels, steps, prior, divergence, epochs, patience,
        othersPerLink, learningRate);
  }

  /** The same with another number of neighbourhood sums. */
  public LinkSettings withSteps(int count) {
    return new LinkSettings(kind, hidden, latent, count, prior, divergence, epochs, patience,
        othersPerLink, learningRate);
  }

  /** The same with another prior. */
  public LinkSettings withPrior(Prior other) {
    return new LinkSettings(kind, hidden, latent, steps, other, divergence, epochs, patience,
        othersPerLink, learningRate);
  }

  /** The same with another weight of the divergence. */
  public LinkSettings withDivergence(double weight) {
    return new LinkSettings(kind, hidden, latent, steps, prior, weight, epochs, patience,
        othersPerLink, learningRate);
  }

  /** The same with another number of optimiser steps. */
  public LinkSettings withEpochs(int count) {
    return new LinkSettings(kind, hidden, latent, steps, prior, divergence, count, patience,
        othersPerLink, learningRate);
  }

  LinkModel model() {
    return switch (kind) {
      case VGAE -> new Vgae(hidden, latent);
      case SN2 -> new SecondOrder(hidden, latent, steps);
    };
  }

  private static void check(String name, double value, double least, double most) {
    if (!(value >= least && value <= most)) {
      String range = least == Double.MIN_VALUE ? "above 0 and at most 1" : "from %.0f to %.0f".formatted(least, most);
      throw new InputException(name + " must be " + range + ", not " + value);
    }
  }
}
