package io.noether.core;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.noether.core.geometry.Orthogonal;
import io.noether.core.geometry.Permutation;
import io.noether.core.neighbours.NeighbourList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class StructureTest {
  private static final double[] STRESS = {1, 2, 3, 2, 4, 5, 3, 5, 6};

  private static Structure labelled(long seed) {
    var plain = RandomStructures.periodic(seed);
    int n = plain.size();
    var random = new Random(seed);
    return plain
        .withLabels(Labels.NONE.withEnergy(-3).withForces(random.doubles(3L * n).toArray()).withStress(STRESS))
        .withColumns(Map.of("momenta", new Column.Vectors(random.doubles(3L * n).toArray()),
            "id", new Column.Words(1, random.ints(n).mapToObj(k -> "a" + k).toList())));
  }

  @Property(tries = 100)
  void turningThereAndBackChangesNothing(@ForAll long seed) {
    var structure = labelled(seed);
    var turn = Orthogonal.random(new Random(seed));
    var back = structure.rotated(turn).rotated(turn.transpose());
    assertArrayEquals(structure.positions(), back.positions(), 1e-12);
    assertArrayEquals(structure.cell().vectors(), back.cell().vectors(), 1e-11);
    assertArrayEquals(structure.labels().forces().orElseThrow(), back.labels().forces().orElseThrow(), 1e-12);
    assertArrayEquals(STRESS, back.labels().stress().orElseThrow(), 1e-12);
    assertArrayEquals(momenta(structure), momenta(back), 1e-12);
  }

  private static double[] momenta(Structure structure) {
    return ((Column.Vectors) structure.columns().getOrDefault("momenta", new Column.Vectors(new double[0]))).values();
  }

  @Example
  void everyVectorTurnsWithTheStructure() {
    var quarter = Orthogonal.rotation(new double[] {0, 0, 2}, Math.PI / 2);
    var turned = Structure.of(new int[] {1}, new double[] {1, 2, 3}, Cell.box(4, 5, 6))
        .withLabels(Labels.NONE.withForces(1, 0, 0).withStress(1, 0, 0, 0, 2, 0, 0, 0, 3))
        .withColumns(Map.of("forces_dft", new Column.Vectors(new double[] {0, 1, 0}), "colour",
            new Column.Reals(3, new double[] {0.1, 0.2, 0.3})))
        .rotated(quarter);
    assertArrayEquals(new double[] {-2, 1, 3}, turned.positions(), 1e-12);
    assertArrayEquals(new double[] {0, 4, 0, -5, 0, 0, 0, 0, 6}, turned.cell().vectors(), 1e-12);
    assertArrayEquals(new double[] {0, 1, 0}, turned.labels().forces().orElseThrow(), 1e-12);
    assertArrayEquals(new double[] {2, 0, 0, 0, 1, 0, 0, 0, 3}, turned.labels().stress().orElseThrow(), 1e-12);
    assertTrue(turned.columns().get("forces_dft") instanceof Column.Vectors(double[] v) && Math.abs(v[0] + 1) < 1e-12
        && Math.abs(v[1]) < 1e-12 && v[2] == 0, turned.columns().toString());
    assertEquals(new Column.Reals(3, new double[] {0.1, 0.2, 0.3}), turned.columns().get("colour"));
  }

  @Property(tries = 100)
  void reorderingThereAndBackChangesNothing(@ForAll long seed) {
    var structure = labelled(seed);
    var order = Permutation.random(structure.size(), new Random(seed));
    var moved = structure.permuted(order);
    for (int i = 0; i < structure.size(); i++) {
      assertEquals(structure.element(order.get(i)), moved.element(i));
      assertEquals(structure.z(order.get(i)), moved.z(i));
    }
    var back = moved.permuted(order.inverse().toArray());
    assertArrayEquals(structure.positions(), back.positions());
    assertArrayEquals(structure.atomicNumbers(), back.atomicNumbers());
    assertEquals(structure.labels(), back.labels());
    assertEquals(structure.columns(), back.columns());
  }

  @Property(tries = 100)
  void wrappedAtomsAreInTheCellAndKeepTheirLabels(@ForAll long seed) {
    var structure = labelled(seed);
    var wrapped = structure.wrapped();
    for (int atom = 0; atom < wrapped.size(); atom++) {
      for (int k = 0; k < 3; k++) {
        double before = structure.cell().fraction(k, structure.x(atom), structure.y(atom), structure.z(atom));
        double after = structure.cell().fraction(k, wrapped.x(atom), wrapped.y(atom), wrapped.z(atom));
        assertTrue(after > -1e-9 && after < 1 + 1e-9, () -> "fraction " + after);
        assertEquals(Math.rint(before - after), before - after, 1e-9);
      }
    }
    assertEquals(structure.labels(), wrapped.labels());
  }

  @Property(tries = 60)
  void aSupercellHasCopiesOfEverything(@ForAll long seed, @ForAll @IntRange(min = 1, max = 3) int na,
      @ForAll @IntRange(min = 1, max = 2) int nb, @ForAll @IntRange(min = 1, max = 2) int nc) {
    var structure = labelled(seed);
    int copies = na * nb * nc;
    var large = structure.supercell(na, nb, nc);
    assertEquals(copies * structure.size(), large.size());
    assertEquals(copies * structure.cell().volume(), large.cell().volume(), 1e-9 * large.cell().volume());
    assertEquals(copies * -3.0, large.labels().energy().orElseThrow());
    assertArrayEquals(STRESS, large.labels().stress().orElseThrow());
    assertEquals(large.size(), large.columns().values().iterator().next().rows());
    assertEquals(copies * NeighbourList.build(structure, 3.3).count(), NeighbourList.build(large, 3.3).count());
  }

  @Example
  void labelsGoWhenTheGeometryChanges() {
    var structure = labelled(1);
    assertTrue(structure.withPositions(structure.positions()).labels().isEmpty());
    assertTrue(structure.withCell(Cell.isolated()).labels().isEmpty());
    assertTrue(structure.strained(new double[9]).labels().isEmpty());
    assertEquals(structure.labels(), structure.translated(1, 2, 3).labels());
  }

  @Example
  void strainStretchesPositionsAndCell() {
    var strained = Structure.of(new int[] {1}, new double[] {1, 2, 3}, Cell.box(4, 5, 6))
        .strained(new double[] {0.1, 0.2, 0, 0, 0, 0, 0, 0, -0.5});
    assertArrayEquals(new double[] {1.5, 2, 1.5}, strained.positions(), 1e-12);
    assertArrayEquals(new double[] {4.4, 0, 0, 1, 5, 0, 0, 0, 3}, strained.cell().vectors(), 1e-12);
  }

  @Example
  void nobodyCanChangeAStructureFromOutside() {
    var positions = new double[] {1, 2, 3};
    var structure = Structure.of(new int[] {1}, positions);
    positions[0] = 9;
    structure.positions()[0] = 9;
    structure.atomicNumbers()[0] = 9;
    assertEquals(1, structure.x(0));
    assertEquals(Element.H, structure.element(0));
    assertThrows(UnsupportedOperationException.class, () -> structure.info().put("a", Field.of(1)));
  }

  @Example
  void badInputIsRefused() {
    assertThrows(InputException.class, () -> Structure.of(new int[0], new double[0]));
    assertThrows(InputException.class, () -> Structure.of(new int[] {0}, new double[3]));
    assertThrows(IllegalArgumentException.class, () -> Structure.of(new int[] {1}, new double[6]));
    var one = Structure.of(new int[] {1}, new double[3]).withSource("a.xyz");
    var e = assertThrows(InputException.class, () -> one.withPositions(new double[] {0, Double.NaN, 0}));
    assertEquals("a.xyz: the position of atom 1 is NaN, not a finite number; correct it", e.getMessage());
    assertThrows(IllegalArgumentException.class, () -> one.withLabels(Labels.NONE.withForces(new double[6])));
    assertThrows(IllegalArgumentException.class, () -> one.supercell(2, 1, 1));
    assertThrows(IllegalArgumentException.class, () -> one.permuted(new int[] {1}));
    assertThrows(InputException.class, () -> Labels.NONE.withEnergy(Double.POSITIVE_INFINITY));
    assertThrows(IllegalArgumentException.class, () -> new Column.Words(1, List.of("two words")));
  }
}
