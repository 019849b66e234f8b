package io.noether.autodiff.tables;

import io.noether.autodiff.Execution;
import io.noether.autodiff.Extract;
import io.noether.autodiff.Index;
import io.noether.autodiff.ShapeException;
import io.noether.autodiff.Space;
import io.noether.autodiff.Tensor;
import io.noether.autodiff.rewrite.Rewriter;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Outputs in which every network that reads one variable and parameters only is looked up in a table. What is worth a
 * table is found in the graph: the outermost such tensors that cost more to compute than to look up.
 *
 * <p>Take gradients of the rewritten outputs, not of the original ones: then they are the exact derivatives of what is
 * computed.
 */
public final class Tabulation {
  private final List<Tensor> functions;
  private final List<Tensor> outputs;
  private final Lookup lookup;
  private final Sampler sampler;

  private Tabulation(List<Tensor> given, Tensor variable, List<Tensor> functions) {
    this.functions = functions;
    lookup = new Lookup(functions, variable);
    sampler = new Sampler(functions, variable);
    outputs = Rewriter.rewrite(given, (old, operands) -> {
      int function = functions.indexOf(old);
      return function < 0 ? Rewriter.rebuild(old, operands) : lookup.result(function);
    });
  }

  /**
   * Rewrites outputs. The look-ups are added to their graph, which must not be frozen: pass an {@link Extract}'s copies.
   *
   * @param outputs expressions without derivatives with respect to the variable or to what it is made of
   * @param variable one number at each row, as the layers use it: the distance on each edge
   * @return nothing if there is no function of the variable that is worth a table
   * @throws ShapeException if the variable is not one number, or on the point
   */
  public static Optional<Tabulation> of(List<Tensor> outputs, Tensor variable) {
    if (variable.shape().rank() > 0 || variable.space().equals(Space.POINT)) {
      throw new ShapeException("tables need one number at each row, not " + variable + " made at " + variable.source());
    }
    List<Tensor> functions = Frontier.of(outputs, variable);
    return functions.isEmpty() ? Optional.empty() : Optional.of(new Tabulation(outputs, variable, functions));
  }

  /** The outputs with look-ups, in the order in which they were given. */
  public List<Tensor> outputs() {
    return outputs;
  }

  /** The tensors that are looked up. */
  public List<Tensor> functions() {
    return functions;
  }

  /** From rows to the tables' intervals; {@link Tables#locate} finds its numbers. */
  public Index interval() {
    return lookup.interval();
  }

  /**
   * Computes the tables, with as many knots as they need: deviations are at most 1e-6 of a function's largest number
   * and 1e-5 of its largest derivative, in double precision: measured in the middle of every interval, and from that at
   * its quarters.
   *
   * @param parameters binds the parameters' values to an execution
   * @param from where the tables may start; they do so up to 1/128 of the range later. Functions must be finite there
   * @param to where they end; a row beyond must count for nothing in the outputs (an edge beyond the cutoff), because
   *     the tables are zero there
   * @return nothing if a function is too rough for 4096 intervals: then use the original outputs
   * @throws IllegalArgumentException if the range is empty or not finite
   */
  public Optional<Tables> fill(Consumer<Execution> parameters, double from, double to) {
    if (!(from < to) || !Double.isFinite(to - from)) {
      throw new IllegalArgumentException("a table from " + from + " to " + to + " has no finite length");
    }
    return Filling.fill(functions, lookup, sampler, parameters, from, to);
  }
}
