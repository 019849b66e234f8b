package io.noether.core.neighbours;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.noether.core.Cell;
import io.noether.core.RandomStructures;
import io.noether.core.Structure;
import io.noether.core.geometry.Permutation;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class SpatialOrderTest {
  private static final double[] DIAMOND = {0, 0, 0, 0, .5, .5, .5, 0, .5, .5, .5, 0, .25, .25, .25, .25, .75, .75, .75,
      .25, .75, .75, .75, .25};

  @Property(tries = 200)
  void isAPermutation(@ForAll long seed, @ForAll @DoubleRange(min = 0.01, max = 30) double size) {
    var structure = RandomStructures.any(seed);
    assertEquals(structure.size(), Permutation.of(SpatialOrder.of(structure, size)).size());
  }

  /** Of 8000 atoms in random order, those next to each other are 27 Å apart. A bond is 2.35 Å. */
  @Example
  void atomsNextToEachOtherInOrderAreNearInSpace() {
    var shuffled = silicon(10).permuted(Permutation.random(8000, new Random(1)));
    assertTrue(meanStep(shuffled) > 20);
    for (double size : new double[] {2.5, 5}) {
      double step = meanStep(shuffled.permuted(SpatialOrder.of(shuffled, size)));
      assertTrue(step < 5, () -> "cubes of " + size + " Å: " + step + " Å");
    }
  }

  private static Structure silicon(int cells) {
    double a = 5.43;
    var positions = Arrays.stream(DIAMOND).map(fraction -> (fraction + 1 / 16d) * a).toArray();
    var numbers = new int[8];
    Arrays.fill(numbers, 14);
    return Structure.of(numbers, positions, Cell.box(a, a, a)).supercell(cells, cells, cells);
  }

  private static double meanStep(Structure structure) {
    double sum = 0;
    for (int atom = 1; atom < structure.size(); atom++) {
      double dx = structure.x(atom) - structure.x(atom - 1);
      double dy = structure.y(atom) - structure.y(atom - 1);
      double dz = structure.z(atom) - structure.z(atom - 1);
      sum += Math.sqrt(dx * dx + dy * dy + dz * dz);
    }
    return sum / (structure.size() - 1);
  }

  @Property(tries = 30)
  void thePlaceOfAtomsInOtherCellsDoesNotMatter(@ForAll long seed) {
    var random = new Random(seed);
    var cell = Cell.of(20, 0, 0, 7, 15, 0, -3, 4, 18);
    var positions = new double[300];
    var moved = new double[300];
    for (int atom = 0; atom < 100; atom++) {
      for (int k = 0; k < 3; k++) {
        double fraction = random.nextDouble();
        int cells = random.nextInt(-2, 3);
        for (int axis = 0; axis < 3; axis++) {
          positions[3 * atom + axis] += fraction * cell.get(k, axis);
          moved[3 * atom + axis] += (fraction + cells) * cell.get(k, axis);
        }
      }
    }
    var numbers = new int[100];
    Arrays.fill(numbers, 1);
    assertArrayEquals(SpatialOrder.of(Structure.of(numbers, positions, cell), 3),
        SpatialOrder.of(Structure.of(numbers, moved, cell), 3));
  }

  @Property(tries = 4)
  void eachCubeOfTheCurveTouchesTheNext(@ForAll @IntRange(min = 1, max = 4) int levels) {
    int side = 1 << levels;
    var cubes = new int[side * side * side][];
    for (int cube = 0; cube < cubes.length; cube++) {
      int[] at = {cube / side / side, cube / side % side, cube % side};
      cubes[(int) SpatialOrder.alongCurve(at.clone(), levels)] = at;
    }
    for (int place = 1; place < cubes.length; place++) {
      int steps = 0;
      for (int k = 0; k < 3; k++) {
        steps += Math.abs(cubes[place][k] - cubes[place - 1][k]);
      }
      assertEquals(1, steps);
    }
  }

  @Example
  void atomsOfOneCubeKeepTheirOrder() {
    var random = new Random(1);
    var structure = Structure.of(random.ints(50, 1, 9).toArray(), random.doubles(150, -1, 1).toArray());
    assertArrayEquals(IntStream.range(0, 50).toArray(), SpatialOrder.of(structure, 10));
  }

  @Example
  void atomsOnALineAreOrderedToo() {
    var positions = new double[300];
    for (int atom = 0; atom < 100; atom++) {
      positions[3 * atom + 1] = 37 * atom % 100;
    }
    var numbers = new int[100];
    Arrays.fill(numbers, 1);
    var line = Structure.of(numbers, positions);
    assertTrue(meanStep(line) > 40);
    double step = meanStep(line.permuted(SpatialOrder.of(line, 0.5)));
    assertTrue(step < 2, () -> step + " Å");
  }

  @Example
  void oneAtomAndAtomsFarApartAreNoTrouble() {
    assertArrayEquals(new int[] {0}, SpatialOrder.of(Structure.of(new int[] {1}, new double[3]), 1));
    var far = Structure.of(new int[] {1, 1, 1}, new double[] {0, 0, 0, 1e12, 0, 0, 1, 1, 1});
    assertArrayEquals(new int[] {0, 2, 1}, SpatialOrder.of(far, 1e-3));
    assertEquals(2,
        SpatialOrder.of(Structure.of(new int[] {1, 1}, new double[] {1e308, 0, 0, -1e308, 0, 0}), 1).length);
    assertThrows(IllegalArgumentException.class, () -> SpatialOrder.of(far, 0));
    assertThrows(IllegalArgumentException.class, () -> SpatialOrder.of(far, Double.NaN));
  }
}
