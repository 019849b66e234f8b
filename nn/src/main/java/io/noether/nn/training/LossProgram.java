package io.noether.nn.training;

import static io.noether.nn.AtomicGraph.ATOMS;
import static io.noether.nn.AtomicGraph.STRUCTURES;

import io.noether.autodiff.Execution;
import io.noether.autodiff.Extract;
import io.noether.autodiff.Gradients;
import io.noether.autodiff.Graph;
import io.noether.autodiff.ParameterSet;
import io.noether.autodiff.Precision;
import io.noether.autodiff.Program;
import io.noether.autodiff.Tensor;
import io.noether.autodiff.Workers;
import io.noether.autodiff.optim.LossGradient;
import io.noether.autodiff.plan.PlannedProgram;
import io.noether.nn.EnergyModel;

/**
 * The loss of a batch and its gradient with respect to every parameter, as one program:
 *
 * <pre>Σ_s a_s (E_s - E_s*)² + Σ_i b_i |F_i - F_i*|² + Σ_s c_s |dE_s/dε - V_s σ_s*|²</pre>
 *
 * <p>where the weights a, b, c hold the loss weights, the means and zeros for missing labels ({@link LabelledBatch}).
 * The force term makes this a second derivative: the gradient of a gradient, from the same rules.
 */
final class LossProgram {
  private final EnergyModel model;
  private final Tensor energy;
  private final Tensor energyWeight;
  private final Tensor forces;
  private final Tensor forceWeight;
  private final Tensor strain;
  private final Tensor strainWeight;
  private final LossGradient loss;
  private final Execution execution;

  /** @param terms which terms there are; a term that is left out costs nothing */
  LossProgram(EnergyModel model, Terms terms, Precision precision, Workers workers, ParameterSet parameters) {
    this.model = model;
    var own = Extract.all(model.batch().graph());
    Graph g = own.graph();
    energy = g.input("energyLabel", STRUCTURES);
    energyWeight = g.input("energyWeight", STRUCTURES);
    forces = g.input("forceLabel", ATOMS, 3);
    forceWeight = g.input("forceWeight", ATOMS);
    strain = g.input("strainLabel", STRUCTURES, 3, 3);
    strainWeight = g.input("strainWeight", STRUCTURES);

    Tensor sum = g.scalar(0);
    if (terms.energy) {
      sum = sum.plus(own.copyOf(model.energies()).minus(energy).square().times(energyWeight).total());
    }
    if (terms.forces) {
      Tensor d = own.copyOf(model.forces()).minus(forces);
      sum = sum.plus(g.contract("a,a->", d, d).times(forceWeight).total());
    }
    if (terms.stress) {
      Tensor d = own.copyOf(model.strainDerivatives()).minus(strain);
      sum = sum.plus(g.contract("ab,ab->", d, d).times(strainWeight).total());
    }
    loss = new LossGradient(sum.named("loss"), parameters);
    execution = PlannedProgram.of(loss.outputs(), precision).newExecution(workers);
  }

  /** Which errors the loss is made of. */
  record Terms(boolean energy, boolean forces, boolean stress) {}

  /**
   * Computes the loss of a batch and its gradient.
   *
   * @param weights laid out as the parameters are
   * @param gradient receives the gradient, in the same layout
   */
  double run(LabelledBatch batch, double[] weights, double[] gradient) {
    batch.batch().bindTo(execution, model.batch());
    execution.bind(energy, batch.energy);
    execution.bind(energyWeight, batch.energyWeight);
    execution.bind(forces, batch.forces);
    execution.bind(forceWeight, batch.forceWeight);
    execution.bind(strain, batch.strain);
    execution.bind(strainWeight, batch.strainWeight);
    return loss.run(execution, weights, gradient);
  }
}
