package io.noether.testkit;

import io.noether.core.Prediction;
import io.noether.core.Structure;
import io.noether.core.geometry.Permutation;
import io.noether.testkit.random.RandomRotations;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/**
 * The energy depends on nothing but which atoms are where relative to each other: turning, mirroring, moving and
 * relabelling a structure leave the energy, and each atom's share of it if there are shares, alone. Molecules, wires, slabs and crystals.
 */
public interface EnergyContract extends PotentialUnderTest {
  /** E(QR) = E(R) for every rotation Q; the lattice turns along. */
  @Test
  default void aRotationLeavesTheEnergyAlone() {
    var law = new Law("a rotation leaves the energy alone", this);
    for (TrialStructure sample : TrialStructures.all(this)) {
      var rotation = RandomRotations.rotation(sample.random());
      compareEnergies(law, sample, structure -> structure.rotated(rotation));
    }
    law.holds();
  }

  /** E(QR) = E(R) for every rotation followed by a reflection. */
  @Test
  default void aReflectionLeavesTheEnergyAlone() {
    var law = new Law("a reflection leaves the energy alone", this);
    for (TrialStructure sample : TrialStructures.all(this)) {
      var reflection = RandomRotations.reflection(sample.random());
      compareEnergies(law, sample, structure -> structure.rotated(reflection));
    }
    law.holds();
  }

  /** E(R + t) = E(R). */
  @Test
  default void aTranslationLeavesTheEnergyAlone() {
    var law = new Law("a translation leaves the energy alone", this);
    for (TrialStructure sample : TrialStructures.all(this)) {
      double[] by = RandomRotations.displacement(sample.random(), 5);
      compareEnergies(law, sample, structure -> structure.translated(by[0], by[1], by[2]));
    }
    law.holds();
  }

  /** Atoms listed in another order have the same energies, each its own; so like atoms can be exchanged. */
  @Test
  default void relabellingAtomsLeavesTheEnergyAlone() {
    var law = new Law("relabelling atoms leaves the energy alone and takes atomic energies along", this);
    for (TrialStructure sample : TrialStructures.all(this)) {
      var order = Permutation.random(sample.size(), sample.random());
      Prediction before = law.predict(sample.structure());
      Prediction after = law.predict(sample.structure().permuted(order));
      law.sameEnergies(sample, after, before.energy(), before.atomicEnergies().map(order::applyToRows),
          law.allowed(sample.structure(), before));
    }
    law.holds();
  }

  /** The energy is the sum of the atomic energies, one for each atom. */
  @Test
  default void theEnergyIsTheSumOfTheAtomicEnergies() {
    var law = new Law("the energy is the sum of the atomic energies", this);
    List<TrialStructure> samples = TrialStructures.all(this);
    law.needs("atomic energies", samples, Prediction::atomicEnergies);
    for (TrialStructure sample : samples) {
      Prediction p = law.predict(sample.structure());
      double sum = Arrays.stream(p.atomicEnergies().orElseThrow()).sum();
      double allowed = sample.size() * law.allowed(sample.structure(), p).energy();
      law.compare(sample, "energy (eV)", p.energy() - sum, allowed);
    }
    law.holds();
  }

  private void compareEnergies(Law law, TrialStructure sample, UnaryOperator<Structure> transform) {
    Prediction before = law.predict(sample.structure());
    Prediction after = law.predict(transform.apply(sample.structure()));
    Allowed allowed = law.allowed(sample.structure(), before);
    law.sameEnergies(sample, after, before.energy(), before.atomicEnergies(), allowed);
  }
}
