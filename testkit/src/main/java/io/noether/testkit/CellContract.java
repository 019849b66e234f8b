package io.noether.testkit;

import io.noether.core.Prediction;
import io.noether.core.Structure;
import io.noether.testkit.random.RandomCells;
import io.noether.testkit.random.RandomRotations;
import org.junit.jupiter.api.Test;

/**
 * A periodic structure has many descriptions: a cell repeated, other lattice vectors that span the same lattice, atoms
 * given by other images of themselves. All give the same energy for each atom, the same forces and the same stress.
 * A potential that does not take periodic structures skips these laws.
 */
public interface CellContract extends PotentialUnderTest {
  /** A cell repeated twice or more along its periodic vectors has that many times the energy, and the same forces. */
  @Test
  default void aSupercellRepeatsTheEnergyAndTheForces() {
    var law = new Law("a supercell of n cells has n times the energy and each cell's forces", this);
    for (TrialStructure sample : TrialStructures.periodic(this)) {
      int[] times = {1, 1, 1};
      for (int vector = 0; vector < 3; vector++) {
        if (sample.structure().periodicity().along(vector)) {
          times[vector] += sample.random().nextInt(2);
        }
      }
      if (times[0] * times[1] * times[2] == 1) {
        times[Edits.firstPeriodic(sample.structure())] = 2;
      }
      int cells = times[0] * times[1] * times[2];
      compare(law, sample, sample.structure().supercell(times[0], times[1], times[2]), cells);
    }
    law.holds();
  }

  /** Lattice vectors replaced by whole-number combinations that span the same lattice change nothing. */
  @Test
  default void anEquivalentCellChangesNothing() {
    var law = new Law("other lattice vectors of the same lattice change nothing", this);
    for (TrialStructure sample : TrialStructures.periodic(this)) {
      int[] combination = RandomCells.unimodular(sample.random(), sample.structure().periodicity());
      compare(law, sample, Edits.withLattice(sample.structure(), combination), 1);
    }
    law.holds();
  }

  /** Atoms folded back into the cell change nothing. */
  @Test
  default void wrappingAtomsChangesNothing() {
    var law = new Law("wrapping atoms into the cell changes nothing", this);
    for (TrialStructure sample : TrialStructures.periodic(this)) {
      double[] by = RandomRotations.displacement(sample.random(), 10);
      compare(law, sample, sample.structure().translated(by[0], by[1], by[2]).wrapped(), 1);
    }
    law.holds();
  }

  /** Each atom given by another of its images, in or out of the cell, changes nothing. */
  @Test
  default void otherImagesOfAtomsChangeNothing() {
    var law = new Law("other images of atoms change nothing", this);
    for (TrialStructure sample : TrialStructures.periodic(this)) {
      compare(law, sample, Edits.withOtherImages(sample.structure(), sample.random()), 1);
    }
    law.holds();
  }

  private void compare(Law law, TrialStructure sample, Structure other, int cells) {
    Prediction one = law.predict(sample.structure());
    Prediction all = law.predict(other);
    Allowed allowed = law.allowed(sample.structure(), one);
    law.sameEnergies(sample, all, cells * one.energy(), one.atomicEnergies().map(e -> ArrayMath.repeated(e, cells)),
        allowed);
    law.sameForces(sample, all, ArrayMath.repeated(one.forces(), cells), allowed);
    if (sample.structure().periodicity().all()) {
      law.sameStress(sample, all.stress(), one.stress(), allowed);
    }
  }
}
