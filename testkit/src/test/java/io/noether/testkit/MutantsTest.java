package io.noether.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.noether.core.Element;
import io.noether.core.LocalPotential;
import io.noether.core.Potential;
import io.noether.core.Prediction;
import io.noether.core.Structure;
import io.noether.testkit.random.RandomStructures;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every law is broken once, by little, and the contract's method must notice. */
class MutantsTest {
  private static final double LITTLE = 1e-6;
  private static final LocalPotential SOUND = new MorsePotential(3.5, MorsePotential.Fade.SMOOTHER);

  /** A potential that breaks each law, by the law's method. */
  private static Map<String, Potential> mutants() {
    var mutants = new LinkedHashMap<String, Potential>();
    // energy
    mutants.put("aRotationLeavesTheEnergyAlone", mutant((s, p) -> p.energy(LITTLE * Terms.alongX(s))));
    mutants.put("aReflectionLeavesTheEnergyAlone", mutant((s, p) -> p.energy(LITTLE * Terms.handedness(s))));
    mutants.put("aTranslationLeavesTheEnergyAlone", mutant((s, p) -> p.energy(LITTLE * Math.sin(s.x(0)))));
    mutants.put("relabellingAtomsLeavesTheEnergyAlone",
        mutant((s, p) -> p.energy(LITTLE * (s.y(0) - s.y(s.size() - 1)))));
    mutants.put("theEnergyIsTheSumOfTheAtomicEnergies", mutant((s, p) -> p.energy += LITTLE));
    // forces
    mutants.put("forcesTurnWithARotation", mutant((s, p) -> p.forces[0] *= 1 + LITTLE));
    mutants.put("forcesTurnWithAReflection", mutant((s, p) -> addTo(p.forces, LITTLE, Terms.pseudovector(s))));
    mutants.put("aTranslationLeavesForcesAlone", mutant((s, p) -> p.forces[1] += LITTLE * s.x(0)));
    mutants.put("relabellingAtomsRelabelsForces", mutant((s, p) -> p.forces[0] *= 1 + LITTLE));
    mutants.put("forcesAreMinusTheGradientOfTheEnergy", mutant((s, p) -> addTo(p.forces, LITTLE, p.forces.clone())));
    mutants.put("forcesAddUpToZero", mutant((s, p) -> p.forces[2] += LITTLE));
    mutants.put("aMoleculeFeelsNoTorque", mutant((s, p) -> {
      p.forces[0] += LITTLE;
      p.forces[p.forces.length - 3] -= LITTLE;
    }));
    // stress
    mutants.put("onlyCrystalsHaveAStress", mutant((s, p) -> p.stress = Optional.of(p.stress.orElse(new double[9]))));
    mutants.put("stressIsSymmetric", mutant((s, p) -> p.stress.ifPresent(stress -> stress[1] += LITTLE)));
    mutants.put("stressTurnsWithTheCrystal", mutant((s, p) -> p.stress.ifPresent(stress -> stress[0] += LITTLE)));
    mutants.put("stressIsTheDerivativeOfTheEnergyByStrain",
        mutant((s, p) -> p.stress.ifPresent(stress -> addTo(stress, LITTLE, stress.clone()))));
    // cells
    mutants.put("aSupercellRepeatsTheEnergyAndTheForces", mutant((s, p) -> p.energy(LITTLE * s.size() * s.size())));
    mutants.put("anEquivalentCellChangesNothing",
        mutant((s, p) -> p.energy(LITTLE * ArrayMath.largest(s.cell().vectors()))));
    mutants.put("wrappingAtomsChangesNothing", mutant((s, p) -> p.energy(LITTLE * Edits.extent(s))));
    mutants.put("otherImagesOfAtomsChangeNothing", mutant((s, p) -> p.energy(LITTLE * s.x(0))));
    // cutoff
    mutants.put("nothingIsFeltBeyondTheCutoff", mutant((s, p) -> p.energy(LITTLE * Edits.extent(s))));
    mutants.put("aPairFadesOutSmoothlyTowardsTheCutoff", new MorsePotential(3.5, MorsePotential.Fade.SMOOTH));
    mutants.put("energyAndForcesAreContinuousAcrossTheCutoff", new MorsePotential(3.5, MorsePotential.Fade.KINK));
    // batches
    mutants.put("structuresInABatchDoNotFeelEachOther", new Broken(SOUND) {
      @Override
      public List<Prediction> predict(List<Structure> structures) {
        return new Mutant(SOUND, (s, p) -> p.energy(LITTLE * structures.indexOf(s))).predict(structures);
      }
    });
    mutants.put("anEmptyBatchGivesNothing", new Broken(SOUND) {
      @Override
      public List<Prediction> predict(List<Structure> structures) {
        return structures.isEmpty() ? SOUND.predict(List.of(RandomStructures.atom(elements().getFirst())))
            : SOUND.predict(structures);
      }
    });
    var calls = new AtomicInteger();
    mutants.put("nothingRemainsOfEarlierCalls", mutant((s, p) -> p.energy(1e-14 * calls.incrementAndGet())));
    var home = Thread.currentThread();
    mutants.put("threadsDoNotDisturbEachOther",
        mutant((s, p) -> p.energy(Thread.currentThread() == home ? 0 : LITTLE)));
    mutants.put("distantMoleculesAddUp", mutant((s, p) -> p.energy(LITTLE * s.size() * s.size())));
    mutants.put("anIsolatedAtomFeelsNothing", mutant((s, p) -> p.forces[0] /= s.size() - 1));
    return mutants;
  }

  @TestFactory
  Stream<DynamicTest> everyBrokenLawIsNoticed() {
    return mutants().entrySet().stream().map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> {
      var noticed = assertThrows(AssertionError.class, () -> check(entry.getKey(), entry.getValue()));
      assertTrue(noticed.getMessage().contains("law") || noticed.getMessage().contains("batch"), noticed::getMessage);
    }));
  }

  @Test
  void everyLawHasItsMutant() {
    assertEquals(Laws.of(PotentialContract.class), new TreeSet<>(mutants().keySet()));
  }

  @Test
  void aHandedPotentialBreaksReflectionsOnly() {
    var handed = mutant((s, p) -> p.energy(LITTLE * Terms.handedness(s)));
    for (String kept : List.of("aRotationLeavesTheEnergyAlone", "aTranslationLeavesTheEnergyAlone",
        "relabellingAtomsLeavesTheEnergyAlone", "anEquivalentCellChangesNothing")) {
      check(kept, handed);
    }
    assertThrows(AssertionError.class, () -> check("aReflectionLeavesTheEnergyAlone", handed));
  }

  @Test
  void aFailureNamesTheLawTheWorstValueAndTheSeed() {
    var mutant = mutant((s, p) -> p.energy += 0.125);
    var failure = assertThrows(AssertionError.class, () -> check("theEnergyIsTheSumOfTheAtomicEnergies", mutant));
    for (String part : List.of("the energy is the sum of the atomic energies", "0.125", "seed 1", "in slab 0 (O)",
        "Structure.of(new int[] {8}, new double[] {", "new Periodicity(true, true, false)")) {
      assertTrue(failure.getMessage().contains(part), failure::getMessage);
    }
  }

  /** Each part of a prediction in turn: NaN in one number, and one number too few. */
  @TestFactory
  Stream<DynamicTest> defectivePredictionsBreakEveryLaw() {
    var defects = new LinkedHashMap<String, Mutant.Change>();
    defects.put("energy (eV) is NaN", (s, p) -> p.energy = Double.NaN);
    defects.put("force on atom 0 along z (eV/Å) is NaN", (s, p) -> p.forces[2] = Double.NaN);
    defects.put("energy of atom 1 (eV) is Infinity", (s, p) -> p.atomicEnergies[1] = Double.POSITIVE_INFINITY);
    defects.put("stress xy (eV/Å³) is NaN", (s, p) -> p.stress = Optional.of(new double[] {0, Double.NaN, 0, 0, 0, 0,
        0, 0, 0}));
    defects.put("forces has 3 numbers and should have 6", (s, p) -> p.forces = new double[3]);
    defects.put("stress has 6 numbers and should have 9", (s, p) -> p.stress = Optional.of(new double[6]));
    return defects.entrySet().stream().map(entry -> DynamicTest.dynamicTest(entry.getKey(), () -> {
      var defective = mutant(entry.getValue());
      for (String law : List.of("forcesAddUpToZero", "aRotationLeavesTheEnergyAlone", "stressIsSymmetric")) {
        var failure = assertThrows(AssertionError.class, () -> check(law, defective), law);
        assertTrue(failure.getMessage().contains(entry.getKey()), failure::getMessage);
        assertTrue(failure.getMessage().contains("Structure.of("), failure::getMessage);
      }
    }));
  }

  private static Potential mutant(Mutant.Change change) {
    return new Mutant(SOUND, change);
  }

  private static void addTo(double[] values, double factor, double[] more) {
    System.arraycopy(ArrayMath.along(values, factor, more), 0, values, 0, values.length);
  }

  private static void check(String law, Potential potential) {
    Laws.check(law, new PotentialContract() {
      @Override
      public Potential potential() {
        return potential;
      }

      @Override
      public int order() {
        return 2;
      }
    });
  }

  /** A sound potential to override a call of. */
  private abstract static class Broken implements LocalPotential {
    private final LocalPotential sound;

    Broken(LocalPotential sound) {
      this.sound = sound;
    }

    @Override
    public double cutoff() {
      return sound.cutoff();
    }

    @Override
    public List<Element> elements() {
      return sound.elements();
    }
  }
}
