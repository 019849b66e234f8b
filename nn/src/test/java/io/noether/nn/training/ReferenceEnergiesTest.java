package io.noether.nn.training;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.noether.core.Cell;
import io.noether.core.Element;
import io.noether.core.Field;
import io.noether.core.Labels;
import io.noether.core.Structure;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ReferenceEnergiesTest {
  private static Structure chain(double energy, int... z) {
    double[] r = new double[3 * z.length];
    for (int i = 0; i < z.length; i++) {
      r[3 * i] = i;
    }
    return Structure.of(z, r).withLabels(Labels.NONE.withEnergy(energy)).withSource("chain of " + z.length);
  }

  @Test
  void leastSquaresFindsTheElementsOfSumsExactly() {
    var random = new Random(1);
    var structures = new ArrayList<Structure>();
    for (int k = 0; k < 30; k++) {
      int[] z = random.ints(2 + random.nextInt(5), 0, 3).map(j -> new int[] {8, 1, 6}[j]).toArray();
      double energy = java.util.Arrays.stream(z).mapToDouble(e -> e == 8 ? -2040 : e == 6 ? -1030 : -13.5).sum();
      structures.add(chain(energy, z));
    }
    var fit = ReferenceEnergies.fit(structures, Map.of());
    assertEquals(List.of(Element.H, Element.C, Element.O), fit.elements());
    assertArrayEquals(new double[] {-13.5, -1030, -2040}, fit.energies(), 1e-8);
    assertEquals(0, fit.shift(), 1e-9);
    assertEquals(List.of(), fit.warnings());
    assertEquals(-13.5 - 2040, fit.of(chain(0, 1, 8)), 1e-8);
  }

  @Test
  void oneCompositionIsDegenerateAndSaidSo() {
    var fit = ReferenceEnergies.fit(List.of(chain(-9, 8, 1, 1), chain(-11, 8, 1, 1)), Map.of());
    assertArrayEquals(new double[] {-4, -2}, fit.energies(), 1e-9); // -10 in the direction (2, 1), the shortest
    assertEquals(1, fit.warnings().size());
    assertTrue(fit.warnings().getFirst().contains("H, O"), fit.warnings().getFirst());
  }

  @Test
  void isolatedAtomsWinAndTheRestIsFitted() {
    var fit = ReferenceEnergies.fit(List.of(chain(-9, 8, 1, 1), chain(-11, 8, 1, 1)), Map.of(Element.H, -1.0));
    assertArrayEquals(new double[] {-1, -8}, fit.energies(), 1e-9);
    assertEquals(List.of(), fit.warnings());
    assertTrue(fit.origin().contains("isolated atoms, least squares for O"), fit.origin());

    var all = ReferenceEnergies.fit(List.of(chain(-10, 8, 1, 1)), Map.of(Element.H, -1.0, Element.O, -2.0));
    assertArrayEquals(new double[] {-1, -2}, all.energies(), 0);
    assertEquals(-2, all.shift(), 1e-12); // what is left, per atom
    assertEquals(-10, all.of(chain(0, 8, 1, 1)), 1e-12);
  }

  @Test
  void findsIsolatedAtomsButNotCrystalsOfOneAtom() {
    Structure crystal =
        Structure.of(new int[] {29}, new double[3], Cell.box(2, 2, 2)).withLabels(Labels.NONE.withEnergy(5));
    Structure boxed = crystal.withInfo(Map.of("config_type", Field.of("IsolatedAtom")));
    assertEquals(Map.of(Element.H, -13.0),
        ReferenceEnergies.isolatedIn(List.of(chain(-13, 1), crystal, chain(-9, 8, 1))));
    assertEquals(Map.of(Element.Cu, 5.0), ReferenceEnergies.isolatedIn(List.of(boxed)));
  }

  @Test
  void mixedUnitsAreSuspected() {
    var structures = new ArrayList<Structure>();
    for (int k = 0; k < 20; k++) {
      structures.add(chain(k == 7 ? -4000 * 23.06 : -4000, 8, 1, 1, 6).withSource("file.xyz, frame " + k));
    }
    var warnings = ReferenceEnergies.fit(structures, Map.of()).warnings();
    assertTrue(warnings.getLast().contains("units") && warnings.getLast().contains("frame 7"), warnings.toString());
  }
}
