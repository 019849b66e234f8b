package io.noether.graphs.links;

import io.noether.autodiff.Function;
import io.noether.autodiff.ParameterSet;
import io.noether.autodiff.Precision;
import io.noether.autodiff.Program;
import io.noether.autodiff.Space;
import io.noether.autodiff.Tensor;
import io.noether.autodiff.optim.LossGradient;
import io.noether.autodiff.plan.PlannedProgram;
import io.noether.graphs.GaussianPosterior;
import java.util.List;
import java.util.Map;

/**
 * The loss of an autoencoder, negative evidence lower bound with classes in balance, and its gradient:
 *
 * <pre>½ mean over links of softplus(-y) + ½ mean over others of softplus(y) + κ KL(q ‖ prior)</pre>
 *
 * <p>with y the log odds of pairs drawn for this step. Kipf and Welling's loss is the same over all n² pairs, with
 * κ = 1/n².
 */
final class LinkProgram {
  private final GraphFields fields;
  private final Tensor noise;
  private final Tensor label;
  private final Tensor share;
  private final Tensor divergenceWeight;
  private final Tensor logits;
  private final LossGradient loss;
  private final List<Tensor> parameters;
  private final Program training;
  private final Program scoring;

  LinkProgram(LinkModel model, Prior prior, int wordCount, Precision precision) {
    fields = new GraphFields(wordCount);
    var graph = fields.graph();
    GaussianPosterior latent = model.encode(fields);
    noise = graph.input("noise", fields.nodes(), latent.channels());
    label = graph.input("label", fields.candidates());
    share = graph.input("share", fields.candidates());
    divergenceWeight = graph.input("divergenceWeight", Space.POINT);
    logits = model.logits(fields, latent.sample(noise));
    Tensor edges = logits.times(label).negate().apply(Function.SOFTPLUS).times(share).total();
    Tensor sum = edges.plus(prior.divergence(latent).times(divergenceWeight));
    parameters = graph.parameters();
    loss = new LossGradient(sum, newParameters(0));
    training = PlannedProgram.of(loss.outputs(), precision);
    scoring = PlannedProgram.of(List.of(logits), precision);
  }

  GraphFields fields() {
    return fields;
  }

  /** Standard normal numbers over nodes, [latent]; zeros make z the mean. */
  Tensor noise() {
    return noise;
  }

  /** 1 for links, -1 for others, over candidates. */
  Tensor label() {
    return label;
  }

  /** ½/(number of candidates with that label), over candidates. */
  Tensor share() {
    return share;
  }

  /** κ, on the point. */
  Tensor divergenceWeight() {
    return divergenceWeight;
  }

  /** Log odds of the candidates. */
  Tensor logits() {
    return logits;
  }

  /** The loss with its derivatives. */
  LossGradient loss() {
    return loss;
  }

  /** Computes the loss and the gradients. */
  Program training() {
    return training;
  }

  /** Computes the logits. */
  Program scoring() {
    return scoring;
  }

  ParameterSet newParameters(long seed) {
    return new ParameterSet(parameters, seed, Map.of(fields.words(), fields.wordCount()));
  }
}
