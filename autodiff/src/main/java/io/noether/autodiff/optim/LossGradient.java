package io.noether.autodiff.optim;

import io.noether.autodiff.Execution;
import io.noether.autodiff.Gradients;
import io.noether.autodiff.ParameterSet;
import io.noether.autodiff.Program;
import io.noether.autodiff.Tensor;
import java.util.List;
import java.util.stream.Stream;

/** A loss and its derivatives with respect to every parameter, as tensors that one program computes together. */
public final class LossGradient {
  private final Tensor loss;
  private final ParameterSet parameters;
  private final List<Tensor> gradients;

  /**
   * Differentiates a loss.
   *
   * @param loss one number on the point, in the graph of the parameters or in an extract of it
   * @param parameters the order and layout of the derivatives; the values in it are not used
   */
  public LossGradient(Tensor loss, ParameterSet parameters) {
    this.loss = loss;
    this.parameters = parameters;
    gradients = Gradients.of(loss, parameters.tensors().stream().map(p -> loss.graph().standIn(p)).toList());
  }

  /**
   * What the program must compute: the loss, its derivatives and whatever else is wanted, each once.
   *
   * @param more further tensors that the program shall compute
   */
  public List<Tensor> outputs(Tensor... more) {
    return Stream.of(Stream.of(loss), gradients.stream(), Stream.of(more)).flatMap(s -> s).distinct().toList();
  }

  /**
   * Runs the program at some weights. Everything else that it needs must be bound already.
   *
   * @param execution of a {@link Program} that computes the {@link #outputs}
   * @param weights laid out as the parameters are
   * @param gradient receives the derivatives, in the same layout
   * @return the loss
   */
  public double run(Execution execution, double[] weights, double[] gradient) {
    parameters.bindTo(execution, weights);
    execution.run();
    parameters.read(execution, gradients, gradient);
    return execution.read(loss);
  }
}
