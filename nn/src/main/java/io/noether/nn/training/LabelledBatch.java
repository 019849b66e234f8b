package io.noether.nn.training;

import io.noether.core.Element;
import io.noether.nn.batches.Batch;
import java.util.Arrays;
import java.util.List;

/**
 * A batch with what the network should give and how much each error counts. A label that is missing has weight zero.
 * Reusable: the arrays grow to the largest batch and stay.
 */
final class LabelledBatch {
  private final Batch batch;
  private final LossWeights weights;
  private final double unit;
  double[] energy = {};
  double[] energyWeight = {};
  double[] forces = {};
  double[] forceWeight = {};
  double[] strain = {};
  double[] strainWeight = {};

  /** @param scale root mean square of the training forces, eV/Å: errors are measured in it */
  LabelledBatch(List<Element> elements, LossWeights weights, double scale) {
    batch = new Batch(elements);
    this.weights = weights;
    unit = 1 / (scale * scale);
  }

  Batch batch() {
    return batch;
  }

  /** Takes the samples {@code order[from]} to {@code order[to - 1]}. */
  void fill(List<LabelledStructure> samples, int[] order, int from, int to) {
    batch.clear();
    int withEnergy = 0;
    int withForces = 0;
    int withStress = 0;
    for (int k = from; k < to; k++) {
      LabelledStructure s = samples.get(order[k]);
      batch.add(s.structure(), s.neighbours());
      withEnergy += s.energy().isPresent() ? 1 : 0;
      withForces += s.forces().isPresent() ? s.structure().size() : 0;
      withStress += s.strainDerivative().isPresent() ? 1 : 0;
    }
    reserve(batch.structures(), batch.atoms());
    for (int k = from; k < to; k++) {
      put(samples.get(order[k]), k - from, withEnergy, withForces, withStress);
    }
  }

  private void put(LabelledStructure s, int row, int withEnergy, int withForces, int withStress) {
    int n = s.structure().size();
    int first = batch.firstAtom(row);
    boolean hasEnergy = s.energy().isPresent();
    energy[row] = hasEnergy ? s.energy().getAsDouble() : 0;
    energyWeight[row] = hasEnergy ? weights.energy() * unit / ((double) n * n * withEnergy) : 0;

    boolean hasForces = s.forces().isPresent();
    if (hasForces) {
      System.arraycopy(s.forces().get(), 0, forces, 3 * first, 3 * n);
    } else {
      Arrays.fill(forces, 3 * first, 3 * (first + n), 0);
    }
    Arrays.fill(forceWeight, first, first + n, hasForces ? weights.forces() * unit / (3.0 * withForces) : 0);

    boolean hasStress = s.strainDerivative().isPresent();
    if (hasStress) {
      System.arraycopy(s.strainDerivative().get(), 0, strain, 9 * row, 9);
    } else {
      Arrays.fill(strain, 9 * row, 9 * row + 9, 0);
    }
    strainWeight[row] = hasStress ? weights.stress() * unit / (9 * s.volume() * s.volume() * withStress) : 0;
  }

  private void reserve(int structures, int atoms) {
    if (structures > energy.length) {
      energy = new double[structures];
      energyWeight = new double[structures];
      strain = new double[9 * structures];
      strainWeight = new double[structures];
    }
    if (atoms > forceWeight.length) {
      int capacity = atoms + atoms / 4;
      forces = new double[3 * capacity];
      forceWeight = new double[capacity];
    }
  }
}
