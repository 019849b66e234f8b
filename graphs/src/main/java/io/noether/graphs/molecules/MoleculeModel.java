package io.noether.graphs.molecules;

import io.noether.autodiff.ParameterSet;

/**
 * A trained network with what sampling needs of its training set.
 *
 * @param network the network as expressions
 * @param parameters its trained numbers
 * @param corruption how often atom types and bond orders occur
 * @param sizes how many atoms molecules have
 */
public record MoleculeModel(MoleculeNetwork network, ParameterSet parameters, Corruption corruption,
    SizeDistribution sizes) {
  /** The shape of the network. */
  public MoleculeSettings settings() {
    return network.settings();
  }
}
