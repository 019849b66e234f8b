package io.noether.nn;

import static io.noether.nn.AtomicGraph.ATOMS;
import static io.noether.nn.AtomicGraph.ELEMENTS;
import static io.noether.nn.AtomicGraph.RECEIVER;
import static io.noether.nn.AtomicGraph.SENDER;
import static io.noether.nn.AtomicGraph.STRUCTURE_OF;

import io.noether.autodiff.Gradients;
import io.noether.autodiff.Graph;
import io.noether.autodiff.ParameterSet;
import io.noether.autodiff.Tensor;
import io.noether.nn.layers.Features;
import io.noether.nn.layers.Irrep;
import io.noether.nn.layers.TypeException;
import java.util.List;
import java.util.Map;

/**
 * What a model says about a batch, as expressions: atomic energies and, by differentiation with respect to the edge
 * vectors, forces and strain derivatives. Programs are made of these; a loss on them can be differentiated again.
 */
public final class EnergyModel {
  private final ModelSpec spec;
  private final AtomicGraph batch;
  private final Tensor atomicEnergies;
  private final Tensor energies;
  private final Tensor forces;
  private final Tensor strainDerivatives;
  private final List<Tensor> parameters;

  /**
   * Builds the network.
   *
   * @throws TypeException if the architecture breaks the symmetry or does not give one even scalar for each atom
   */
  public EnergyModel(ModelSpec spec) {
    this.spec = spec;
    batch = new AtomicGraph();
    Graph g = batch.graph();
    Features output = spec.architecture().atomicEnergies(batch);
    if (!output.irrep().equals(Irrep.SCALAR) || !output.single() || !output.tensor().space().equals(ATOMS)) {
      throw new TypeException("the energy of an atom must be a single even scalar over atoms, not " + output);
    }
    parameters = g.parameters();
    atomicEnergies = output.tensor().times(spec.scale()).plus(spec.shift()).named("atomicEnergies");
    energies = atomicEnergies.sum(STRUCTURE_OF).named("energies");

    Tensor r = batch.edgeVector();
    Tensor slope = Gradients.of(output.tensor().total(), r).times(spec.scale()).named("dE/dr_ij");
    forces = slope.sum(RECEIVER).minus(slope.sum(SENDER)).named("forces");
    Tensor outer = g.contract("a,b->ab", slope, r).sum(RECEIVER).sum(STRUCTURE_OF);
    strainDerivatives = outer.plus(g.contract("ab->ba", outer)).times(0.5).named("strainDerivatives");
  }

  /** The recipe this was built from. */
  public ModelSpec spec() {
    return spec;
  }

  /** The fields it starts from; a {@link Batch} binds them. */
  public AtomicGraph batch() {
    return batch;
  }

  /** Every trainable tensor, in the order in which the architecture declared them. */
  public List<Tensor> parameters() {
    return parameters;
  }

  /** Fresh values for them. */
  public ParameterSet newParameters(long seed) {
    return new ParameterSet(parameters, seed, Map.of(ELEMENTS, spec.elements().size()));
  }

  /** scale · network + shift, eV, without the elements' references: atoms × []. */
  public Tensor atomicEnergies() {
    return atomicEnergies;
  }

  /** Their sum over each structure, eV, without the elements' references: structures × []. */
  public Tensor energies() {
    return energies;
  }

  /** -dE/dR, eV/Å: atoms × [3]. */
  public Tensor forces() {
    return forces;
  }

  /** dE/dε for a symmetric strain ε of each structure, eV: structures × [3, 3]. Stress is this over the volume. */
  public Tensor strainDerivatives() {
    return strainDerivatives;
  }
}
