package io.noether.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.noether.core.Element;
import io.noether.core.LocalPotential;
import io.noether.core.Potential;
import io.noether.core.Prediction;
import io.noether.core.Structure;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Potentials that say less than ours: what they do not have is skipped with the reason, and nothing else is. */
class ForeignPotentialTest {
  private static final LocalPotential SOUND = new MorsePotential(3.5, MorsePotential.Fade.SMOOTHER);
  private static final Set<String> STRESS = Laws.of(StressContract.class);
  private static final Set<String> CUTOFF = joined(Laws.of(CutoffContract.class), Set.of("distantMoleculesAddUp"));
  private static final Set<String> SHARES = Set.of("theEnergyIsTheSumOfTheAtomicEnergies");

  /** Energy and forces alone, from a potential that names no cutoff. */
  private record Bare(double sharesFor) implements Potential {
    @Override
    public List<Prediction> predict(List<Structure> structures) {
      return SOUND.predict(structures).stream().map(p -> {
        var bare = Prediction.of(p.energy(), p.forces());
        return p.forces().length < 3 * sharesFor ? bare.withAtomicEnergies(p.atomicEnergies().orElseThrow()) : bare;
      }).toList();
    }

    @Override
    public List<Element> elements() {
      return SOUND.elements();
    }
  }

  @Test
  void aPotentialOfEnergyAndForcesAloneKeepsTheLawsThatApply() {
    var verdict = Laws.judge(contract(new Bare(0), true));
    assertEquals(Set.of(), verdict.broken());
    assertEquals(joined(STRESS, CUTOFF, SHARES), verdict.skipped().keySet());
    assertEquals(
        "law skipped: nothing is felt beyond the cutoff: the potential is no LocalPotential, so it has no cutoff",
        verdict.skipped().get("nothingIsFeltBeyondTheCutoff"));
    assertTrue(verdict.skipped().get("stressIsSymmetric").endsWith("the potential gives no stress"));
    assertTrue(verdict.skipped().get("theEnergyIsTheSumOfTheAtomicEnergies").endsWith("gives no atomic energies"));
  }

  @Test
  void aPotentialForMoleculesIsNeverAskedForACrystal() {
    Potential molecules = new MorseOfMolecules();
    var verdict = Laws.judge(contract(molecules, false));
    assertEquals(Set.of(), verdict.broken());
    assertEquals(joined(STRESS, Laws.of(CellContract.class), CUTOFF), verdict.skipped().keySet());
  }

  @Test
  void aPotentialThatHasEverythingSkipsNothing() {
    assertEquals(Set.of(), Laws.judge(contract(SOUND, true)).skipped().keySet());
  }

  @Test
  void sharesForSomeStructuresOnlyBreakTheLaw() {
    var failure = assertThrows(AssertionError.class,
        () -> Laws.check("theEnergyIsTheSumOfTheAtomicEnergies", contract(new Bare(3), true)));
    assertTrue(failure.getMessage().contains("no atomic energies for "), failure::getMessage);
  }

  private record MorseOfMolecules() implements Potential {
    @Override
    public List<Prediction> predict(List<Structure> structures) {
      assertTrue(structures.stream().noneMatch(s -> s.periodicity().any()), "a structure that repeats");
      return SOUND.predict(structures);
    }

    @Override
    public List<Element> elements() {
      return SOUND.elements();
    }
  }

  @SafeVarargs
  private static Set<String> joined(Set<String>... sets) {
    var all = new TreeSet<String>();
    for (Set<String> set : sets) {
      all.addAll(set);
    }
    return all;
  }

  private static PotentialContract contract(Potential potential, boolean periodic) {
    return new PotentialContract() {
      @Override
      public Potential potential() {
        return potential;
      }

      @Override
      public boolean periodic() {
        return periodic;
      }
    };
  }
}
