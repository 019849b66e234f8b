package io.noether.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.noether.core.geometry.Orthogonal;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class CellTest {
  @Property(tries = 200)
  void reciprocalVectorsAreDualToTheBasis(@ForAll long seed) {
    var cell = RandomStructures.any(seed).cell();
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        double f = cell.fraction(j, cell.basis(i, 0), cell.basis(i, 1), cell.basis(i, 2));
        assertEquals(i == j ? 1 : 0, f, 1e-10);
      }
    }
  }

  @Property(tries = 200)
  void theBasisHasTheVectorsThatRepeatAndUnitVectorsAcrossThem(@ForAll long seed) {
    var cell = RandomStructures.any(seed).cell();
    for (int i = 0; i < 3; i++) {
      for (int axis = 0; axis < 3 && cell.periodicity().along(i); axis++) {
        assertEquals(cell.get(i, axis), cell.basis(i, axis));
      }
      for (int j = 0; j < 3 && !cell.periodicity().along(i); j++) {
        double dot = 0;
        for (int axis = 0; axis < 3; axis++) {
          dot += cell.basis(i, axis) * cell.basis(j, axis);
        }
        assertEquals(i == j ? 1 : 0, dot, 1e-12);
      }
    }
  }

  @Property(tries = 100)
  void volumeAndHeightsDoNotChangeWhenTheCellIsTurned(@ForAll long seed) {
    var cell = RandomStructures.periodic(seed).cell();
    var turned = cell.transformed(Orthogonal.random(new Random(seed)));
    assertEquals(cell.volume(), turned.volume(), 1e-9 * cell.volume());
    for (int k = 0; k < 3; k++) {
      assertEquals(cell.height(k), turned.height(k), 1e-9 * cell.height(k));
    }
  }

  @Example
  void knowsABox() {
    var box = Cell.box(2, 3, 4);
    assertEquals(24, box.volume(), 1e-12);
    assertEquals(3, box.height(1), 1e-12);
    assertTrue(box.isPeriodic());
    assertFalse(Cell.isolated().isPeriodic());
    assertFalse(Cell.isolated().hasLattice());
    assertEquals(0, Cell.isolated().volume());
    assertEquals(box, Cell.of(2, 0, 0, 0, 3, 0, 0, 0, 4));
  }

  @Example
  void singularCellsAreErrors() {
    assertThrows(InputException.class, () -> Cell.of(1, 0, 0, 0, 1, 0, 1, 1, 0));
    assertThrows(InputException.class, () -> Cell.of(1, 0, 0, 0, 1, 0, 0, 0, Double.NaN));
    assertThrows(InputException.class, () -> Cell.of(new double[9]));
    assertThrows(InputException.class, () -> Cell.of(1e300, 0, 0, 0, 1e300, 0, 0, 0, 1e300));
    var slab = new Periodicity(true, true, false);
    assertEquals(0, Cell.of(new double[] {2, 0, 0, 0, 2, 0, 0, 0, 0}, slab).volume());
    assertThrows(InputException.class, () -> Cell.of(new double[] {2, 0, 0, 4, 0, 0, 0, 0, 3}, slab));
  }
}
