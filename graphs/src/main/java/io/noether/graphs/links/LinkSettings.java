package io.noether.graphs.links;

import io.noether.autodiff.optim.Budget;
import io.noether.core.InputException;

/**
 * What to train, and how. An epoch is one optimiser step on the whole graph.
 *
 * @param network the autoencoder
 * @param prior law of the latent vectors
 * @param divergence weight of the divergence from the prior, 0 to 10^6; 1 is Kipf and Welling's 1/n²
 * @param othersPerLink pairs that are no links drawn in a step for each link, 1 to 1000: more make the gradient less
 *     noisy
 * @param learningRate of Adam, above 0 and at most 1
 * @param budget most steps, and after how many without a better validation score training ends, at least 5; the best
 *     weights are kept
 */
public record LinkSettings(LinkNetwork network, Prior prior, double divergence, int othersPerLink,
    double learningRate, Budget budget) {
  /** Steps from one validation to the next. */
  static final int VALIDATE_EVERY = 5;
  private static final int MOST_EPOCHS = 1_000_000_000;
  private static final double LARGEST_DIVERGENCE = 1e6;

  /** Checks the ranges. @throws InputException if a setting is out of its range */
  public LinkSettings {
    check("kl", divergence, 0, LARGEST_DIVERGENCE);
    check("epochs", budget.epochs(), 1, MOST_EPOCHS);
    check("patience", budget.patience(), VALIDATE_EVERY, MOST_EPOCHS);
    check("others per link", othersPerLink, 1, 1000);
    check("learning rate", learningRate, Double.MIN_VALUE, 1);
  }

  /** What {@code noether links} begins with. */
  public static LinkSettings of(LinkNetwork.Kind kind) {
    var network = LinkNetwork.of(kind);
    return switch (kind) {
      case VGAE -> new LinkSettings(network, Prior.STANDARD, 1, 8, 0.01, Budget.ofEpochs(200).withPatience(200));
      case SN2 -> new LinkSettings(network, Prior.STANDARD, 1, 1, 0.01, Budget.ofEpochs(200).withPatience(50));
    };
  }

  /** This with another network. */
  public LinkSettings withNetwork(LinkNetwork other) {
    return new LinkSettings(other, prior, divergence, othersPerLink, learningRate, budget);
  }

  /** This with another prior. */
  public LinkSettings withPrior(Prior other) {
    return new LinkSettings(network, other, divergence, othersPerLink, learningRate, budget);
  }

  /** This with another weight of the divergence. */
  public LinkSettings withDivergence(double weight) {
    return new LinkSettings(network, prior, weight, othersPerLink, learningRate, budget);
  }

  /** This with another learning rate. */
  public LinkSettings withLearningRate(double rate) {
    return new LinkSettings(network, prior, divergence, othersPerLink, rate, budget);
  }

  /** This with another number of optimiser steps. */
  public LinkSettings withEpochs(int count) {
    check("epochs", count, 1, MOST_EPOCHS);
    return new LinkSettings(network, prior, divergence, othersPerLink, learningRate, budget.withEpochs(count));
  }

  static void check(String name, double value, double least, double most) {
    if (!(value >= least && value <= most)) {
      String range = least == Double.MIN_VALUE ? "above 0 and at most 1" : "from %.0f to %.0f".formatted(least, most);
      throw new InputException(name + " must be " + range + ", not " + value);
    }
  }
}
