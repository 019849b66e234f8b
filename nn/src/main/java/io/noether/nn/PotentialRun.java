package io.noether.nn;

import io.noether.autodiff.Execution;
import io.noether.autodiff.Tensor;
import io.noether.core.Structure;
import io.noether.core.neighbours.NeighbourSearch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The memory of one call of a potential: a batch, an execution and what is read from it. */
final class PotentialRun {
  private final EnergyModel model;
  private final double cutoff;
  private final double[] references;
  private final Execution execution;
  private final Batch batch;
  private final NeighbourSearch search = new NeighbourSearch();
  private double[] atomicEnergies = {};
  private double[] forces = {};
  private double[] strainDerivatives = {};

  PotentialRun(EnergyModel model, Execution execution) {
    this.model = model;
    this.execution = execution;
    cutoff = model.spec().architecture().cutoff();
    references = model.spec().referenceEnergies();
    batch = new Batch(model.spec().elements());
  }

  int edges() {
    return batch.edges();
  }

  void clear() {
    batch.clear();
  }

  void add(Structure structure) {
    search.find(structure, cutoff);
    batch.add(structure, search);
  }

  /** Runs the batch; {@code structures} are those added since it was cleared. */
  List<Prediction> predict(List<Structure> structures) {
    batch.bindTo(execution, model.batch());
    execution.run();
    atomicEnergies = read(model.atomicEnergies(), atomicEnergies, batch.atoms());
    forces = read(model.forces(), forces, 3 * batch.atoms());
    strainDerivatives = read(model.strainDerivatives(), strainDerivatives, 9 * batch.structures());
    var predictions = new ArrayList<Prediction>(structures.size());
    for (int s = 0; s < structures.size(); s++) {
      predictions.add(prediction(structures.get(s), s));
    }
    return predictions;
  }

  private Prediction prediction(Structure structure, int s) {
    int from = batch.firstAtom(s);
    int to = batch.firstAtom(s + 1);
    double[] shares = Arrays.copyOfRange(atomicEnergies, from, to);
    double energy = 0;
    for (int i = 0; i < shares.length; i++) {
      shares[i] += references[batch.species(from + i)];
      energy += shares[i];
    }
    Optional<double[]> stress = Optional.empty();
    if (structure.periodicity().all()) {
      double[] tensor = Arrays.copyOfRange(strainDerivatives, 9 * s, 9 * s + 9);
      for (int k = 0; k < 9; k++) {
        tensor[k] /= structure.cell().volume();
      }
      stress = Optional.of(tensor);
    }
    return new Prediction(energy, Arrays.copyOfRange(forces, 3 * from, 3 * to), shares, stress);
  }

  private double[] read(Tensor output, double[] memory, int length) {
    double[] into = memory.length >= length ? memory : new double[length + length / 4];
    execution.read(output, into);
    return into;
  }
}
