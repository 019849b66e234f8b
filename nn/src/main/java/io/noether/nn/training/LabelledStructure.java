package io.noether.nn.training;

import io.noether.core.Structure;
import io.noether.core.neighbours.NeighbourList;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A structure made ready for training: its neighbours are found once, its labels are what the network has to give.
 *
 * @param energy without references and shift, eV
 * @param forces eV/Å, three for each atom
 * @param strainDerivative dE/dε = stress · volume, nine numbers, eV
 * @param volume Å³; 0 unless the cell is periodic in all directions
 */
record LabelledStructure(Structure structure, NeighbourList neighbours, OptionalDouble energy,
    Optional<double[]> forces,
    Optional<double[]> strainDerivative, double volume) {

  static LabelledStructure of(Structure s, double cutoff, ReferenceEnergies references) {
    var labels = s.labels();
    var energy = labels.energy().isPresent()
        ? OptionalDouble.of(labels.energy().getAsDouble() - references.of(s)) : OptionalDouble.empty();
    var p = s.periodicity();
    double volume = p.along(0) && p.along(1) && p.along(2) ? s.cell().volume() : 0;
    Optional<double[]> strain = volume == 0 ? Optional.empty() : labels.stress().map(stress -> {
      for (int k = 0; k < stress.length; k++) {
        stress[k] *= volume;
      }
      return stress;
    });
    return new LabelledStructure(s, NeighbourList.build(s, cutoff), energy, labels.forces(), strain, volume);
  }
}
