package io.noether.nn;

import static io.noether.nn.AtomicGraph.ATOMS;
import static io.noether.nn.AtomicGraph.ELEMENTS;

import io.noether.autodiff.ParameterSet;
import io.noether.autodiff.Tensor;
import io.noether.nn.batches.Batch;
import io.noether.nn.layers.Features;
import io.noether.nn.layers.Irrep;
import io.noether.nn.layers.TypeException;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * What a model says about a batch, as expressions: atomic energies and, by differentiation with respect to the edge
 * vectors, forces and strain derivatives. Programs are made of these. The graph is frozen: a loss on them, which can be
 * differentiated again, is built on an {@link io.noether.autodiff.Extract}.
 */
public final class EnergyModel {
  private final ModelSpec spec;
  private final AtomicGraph batch;
  private final Tensor network;
  private final EnergyFields fields;
  private final OptionalInt messageSteps;
  private final List<Tensor> parameters;

  /**
   * Builds the network.
   *
   * @throws TypeException if the architecture breaks the symmetry or does not give one even scalar for each atom
   */
  public EnergyModel(ModelSpec spec) {
    this.spec = spec;
    batch = new AtomicGraph();
    Features output = spec.architecture().atomicEnergies(batch);
    if (!output.irrep().equals(Irrep.SCALAR) || !output.single() || !output.tensor().space().equals(ATOMS)) {
      throw new TypeException("the energy of an atom must be a single even scalar over atoms, not " + output);
    }
    parameters = batch.graph().parameters();
    network = output.tensor();
    messageSteps = MessageSteps.of(network);
    fields = EnergyFields.of(batch, spec, network);
    batch.graph().freeze();
  }

  /** The recipe from which this model was built. */
  public ModelSpec spec() {
    return spec;
  }

  /** The fields that the network starts from. A {@link Batch} binds them to numbers. */
  public AtomicGraph batch() {
    return batch;
  }

  /** The network's output for each atom, before scale and shift: atoms × []. */
  public Tensor network() {
    return network;
  }

  /** How many edges away atoms matter to an atom's energy, as {@link MessageSteps#of} finds it. */
  public OptionalInt messageSteps() {
    return messageSteps;
  }

  /** Every trainable tensor, in the order in which the architecture declared them. */
  public List<Tensor> parameters() {
    return parameters;
  }

  /** Initial values for all parameters, drawn from a seed. */
  public ParameterSet newParameters(long seed) {
    return new ParameterSet(parameters, seed, Map.of(ELEMENTS, spec.elements().size()));
  }

  /** scale · network + shift of each atom in eV, without the elements' reference energies: atoms × []. */
  public Tensor atomicEnergies() {
    return fields.atomicEnergies();
  }

  /** The energy of each structure in eV, without the elements' reference energies: structures × []. */
  public Tensor energies() {
    return fields.energies();
  }

  /** The forces -dE/dR in eV/Å: atoms × [3]. */
  public Tensor forces() {
    return fields.forces();
  }

  /**
   * dE/dε for a symmetric strain ε of each structure in eV: structures × [3, 3]. The stress is this divided by the volume.
   */
  public Tensor strainDerivatives() {
    return fields.strainDerivatives();
  }
}
