package io.noether.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.noether.core.Prediction;
import io.noether.core.Structure;
import io.noether.testkit.random.RandomRotations;
import io.noether.testkit.random.RandomStructures;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/**
 * What is predicted for a structure depends on that structure alone: not on others in the same batch, on earlier calls,
 * on other threads, or on atoms out of reach.
 */
public interface BatchContract extends PotentialUnderTest {
  /** A batch gives what each of its structures gives alone. */
  @Test
  default void structuresInABatchDoNotFeelEachOther() {
    var law = new Law("structures in a batch do not feel each other", this);
    var samples = new ArrayList<>(TrialStructures.all(this));
    Collections.shuffle(samples, samples.getFirst().random());
    List<Prediction> together = law.predict(TrialStructures.structures(samples));
    assertEquals(samples.size(), together.size(), "predictions for a batch");
    for (int k = 0; k < samples.size(); k++) {
      compare(law, samples.get(k), together.get(k), law.predict(samples.get(k).structure()));
    }
    law.holds();
  }

  /** No structures, no predictions. */
  @Test
  default void anEmptyBatchGivesNothing() {
    assertEquals(0, potential().predict(List.of()).size(), "predictions for an empty batch");
  }

  /** The same call gives the same bits, whatever was predicted in between. */
  @Test
  default void nothingRemainsOfEarlierCalls() {
    var law = new Law("a call repeated after others gives the same bits", this);
    List<TrialStructure> samples = TrialStructures.all(this);
    var first = new ArrayList<Prediction>();
    for (TrialStructure sample : samples) {
      first.add(law.predict(sample.structure()));
    }
    for (int k = samples.size() - 1; k >= 0; k--) {
      Prediction again = law.predict(samples.get(k).structure());
      law.compare(samples.get(k), "energy (eV)", again.energy() - first.get(k).energy(), 0);
      double off = ArrayMath.distance(again.forces(), first.get(k).forces());
      law.compare(samples.get(k), "force (eV/Å)", off, 0);
    }
    law.holds();
  }

  /** Several threads may use a potential at once. */
  @Test
  default void threadsDoNotDisturbEachOther() {
    var law = new Law("several threads at once get what one gets", this);
    List<TrialStructure> samples = TrialStructures.all(this);
    var expected = new ArrayList<Prediction>();
    for (TrialStructure sample : samples) {
      expected.add(law.predict(sample.structure()));
    }
    var running = new ArrayList<CompletableFuture<List<Prediction>>>();
    for (int thread = 0; thread < 4; thread++) {
      List<Structure> structures = TrialStructures.structures(samples);
      running.add(CompletableFuture.supplyAsync(() -> structures.stream().map(potential()::predict).toList(),
          task -> Thread.ofPlatform().daemon().start(task)));
    }
    for (var thread : running) {
      List<Prediction> found = thread.join();
      for (int k = 0; k < samples.size(); k++) {
        compare(law, samples.get(k), law.sound(samples.get(k).structure(), found.get(k)), expected.get(k));
      }
    }
    law.holds();
  }

  /** Two molecules further apart than the cutoff have the energies and forces that they have alone. */
  @Test
  default void distantMoleculesAddUp() {
    var law = new Law("two molecules far apart add up", this);
    List<TrialStructure> molecules = TrialStructures.molecules(this);
    for (int k = 0; k < molecules.size(); k++) {
      TrialStructure sample = molecules.get(k);
      Structure here = sample.structure();
      Structure other = molecules.get((k + 1) % molecules.size()).structure();
      double apart = Edits.extent(here) + Edits.extent(other) + 1.5 * law.cutoff();
      double[] by = RandomRotations.direction(sample.random());
      Structure there = other.translated(apart * by[0], apart * by[1], apart * by[2]);
      Prediction both = law.predict(Edits.joined(here, there));
      Prediction one = law.predict(here);
      Prediction two = law.predict(there);
      Optional<double[]> atomicEnergies =
          one.atomicEnergies().flatMap(e -> two.atomicEnergies().map(f -> ArrayMath.joined(e, f)));
      Allowed allowed = law.allowed(Edits.joined(here, there), both);
      law.sameEnergies(sample, both, one.energy() + two.energy(), atomicEnergies, allowed);
      law.sameForces(sample, both, ArrayMath.joined(one.forces(), two.forces()), allowed);
    }
    law.holds();
  }

  /**
   * One atom alone has a finite energy and no force on it; if the potential has a cutoff, two atoms further apart have
   * twice that energy.
   */
  @Test
  default void anIsolatedAtomFeelsNothing() {
    var law = new Law("an isolated atom has an energy of its own and feels nothing", this);
    for (var element : elements()) {
      Structure atom = RandomStructures.atom(element);
      var sample = new TrialStructure("isolated atom", atom, TrialStructures.generator(seed(), element.atomicNumber()));
      Prediction alone = law.predict(atom);
      Allowed allowed = law.allowed(atom, alone);
      law.sameForces(sample, alone, new double[3], allowed);
      if (law.optionalCutoff().isPresent()) {
        Prediction pair = law.predict(Edits.joined(atom, atom.translated(0, 0, 2 * law.cutoff())));
        law.sameEnergies(sample, pair, 2 * alone.energy(), alone.atomicEnergies().map(e -> ArrayMath.repeated(e, 2)),
            allowed);
      }
    }
    law.holds();
  }

  private void compare(Law law, TrialStructure sample, Prediction found, Prediction expected) {
    Allowed allowed = law.allowed(sample.structure(), expected);
    law.sameEnergies(sample, found, expected.energy(), expected.atomicEnergies(), allowed);
    law.sameForces(sample, found, expected.forces(), allowed);
    if (sample.structure().periodicity().all()) {
      law.sameStress(sample, found.stress(), expected.stress(), allowed);
    }
  }
}
