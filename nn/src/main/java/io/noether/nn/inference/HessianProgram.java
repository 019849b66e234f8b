package io.noether.nn.inference;

import static io.noether.nn.AtomicGraph.RECEIVER;
import static io.noether.nn.AtomicGraph.SENDER;

import io.noether.autodiff.Execution;
import io.noether.autodiff.Extract;
import io.noether.autodiff.Gradients;
import io.noether.autodiff.Precision;
import io.noether.autodiff.Tensor;
import io.noether.autodiff.Workers;
import io.noether.autodiff.plan.PlannedProgram;
import io.noether.nn.AtomicGraph;
import io.noether.nn.EnergyModel;
import java.util.List;
import java.util.function.Consumer;

/**
 * A program for the Hessian of each structure of a batch times a direction, by differentiating twice. Edge vectors are
 * linear in the positions, r_ij = R_j - R_i + shift, so with v_ij = v_j - v_i and q = d/dr (dE/dr · v_ij) over all edges,
 * the product at an atom is the sum of q over the edges that it sends less that over those that it receives.
 *
 * @param model that it was made of
 * @param product Hessian times direction, eV/Å² times the direction's unit: atoms × [3]
 * @param parameters binds the parameters' values to an execution
 */
record HessianProgram(EnergyModel model, Tensor product, PlannedProgram program, Consumer<Execution> parameters) {
  /** In double precision. */
  static HessianProgram of(EnergyModel model, Consumer<Execution> parameters) {
    var own = Extract.all(model.batch().graph());
    AtomicGraph graph = model.batch().in(own);
    Tensor v = graph.direction();
    Tensor along = v.gather(SENDER).minus(v.gather(RECEIVER));
    Tensor q = Gradients.hessianVector(own.copyOf(model.network()).total(), graph.edgeVector(), along);
    Tensor product = q.sum(SENDER).minus(q.sum(RECEIVER)).times(model.spec().scale()).named("hessian·direction");
    return new HessianProgram(model, product, PlannedProgram.of(List.of(product), Precision.FLOAT64), parameters);
  }

  /** New memory to run it in. */
  HessianRun newRun(Workers workers) {
    var execution = program.newExecution(workers);
    parameters.accept(execution);
    return new HessianRun(this, execution);
  }
}
