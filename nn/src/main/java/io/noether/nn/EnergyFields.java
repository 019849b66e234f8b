package io.noether.nn;

import static io.noether.nn.AtomicGraph.RECEIVER;
import static io.noether.nn.AtomicGraph.SENDER;
import static io.noether.nn.AtomicGraph.STRUCTURE_OF;

import io.noether.autodiff.Gradients;
import io.noether.autodiff.Graph;
import io.noether.autodiff.Tensor;
import java.util.List;

/**
 * Energies and their derivatives with respect to the edge vectors, as expressions.
 *
 * @param atomicEnergies scale · network + shift, eV: atoms × []
 * @param energies their sum over each structure, eV: structures × []
 * @param forces -dE/dR, eV/Å: atoms × [3]
 * @param strainDerivatives dE/dε for a symmetric strain ε of each structure, eV: structures × [3, 3]
 */
public record EnergyFields(Tensor atomicEnergies, Tensor energies, Tensor forces, Tensor strainDerivatives) {
  /**
   * The energies that a network gives, and the derivatives of their sum.
   *
   * @param network one number for each atom, made of the batch's fields
   */
  public static EnergyFields of(AtomicGraph batch, ModelSpec spec, Tensor network) {
    return of(batch, spec, network, network);
  }

  /**
   * The energies that a network gives, and the derivatives of Σ_i w_i E_i, where the weights w_i are
   * {@link AtomicGraph#weight}.
   *
   * @param network one number for each atom, made of the batch's fields
   */
  public static EnergyFields weighted(AtomicGraph batch, ModelSpec spec, Tensor network) {
    return of(batch, spec, network, network.times(batch.weight()));
  }

  private static EnergyFields of(AtomicGraph batch, ModelSpec spec, Tensor network, Tensor differentiated) {
    Graph g = batch.graph();
    Tensor r = batch.edgeVector();
    Tensor atomicEnergies = network.times(spec.scale()).plus(spec.shift()).named("atomicEnergies");
    Tensor energies = atomicEnergies.sum(STRUCTURE_OF).named("energies");
    Tensor slope = Gradients.of(differentiated.total(), r).times(spec.scale()).named("dE/dr_ij");
    Tensor forces = slope.sum(RECEIVER).minus(slope.sum(SENDER)).named("forces");
    Tensor outer = g.contract("a,b->ab", slope, r).sum(RECEIVER).sum(STRUCTURE_OF);
    Tensor strain = outer.plus(g.contract("ab->ba", outer)).times(0.5).named("strainDerivatives");
    return new EnergyFields(atomicEnergies, energies, forces, strain);
  }

  /**
   * The tensors that a potential reads from a program: atomic energies, forces and strain derivatives. It adds energies up
   * itself, in double precision.
   */
  public List<Tensor> predicted() {
    return List.of(atomicEnergies, forces, strainDerivatives);
  }
}
