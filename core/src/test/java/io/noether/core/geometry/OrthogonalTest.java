package io.noether.core.geometry;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class OrthogonalTest {
  private static final double[] IDENTITY = Orthogonal.identity().matrix();

  @Property(tries = 200)
  void randomOnesFormAGroup(@ForAll long seed) {
    var random = new Random(seed);
    var p = Orthogonal.random(random);
    var q = Orthogonal.random(random);
    assertArrayEquals(IDENTITY, p.then(p.transpose()).matrix(), 1e-14);
    assertEquals(p.determinant() * q.determinant(), p.then(q).determinant());
    var r = random.doubles(6, -5, 5).toArray();
    assertArrayEquals(q.apply(p.apply(r)), p.then(q).apply(r), 1e-13);
    assertEquals(p, Orthogonal.of(p.matrix()));
    assertEquals(1, Orthogonal.randomRotation(random).determinant());
  }

  @Property(tries = 100)
  void aTensorTurnsAsTheProductOfVectors(@ForAll long seed) {
    var random = new Random(seed);
    var q = Orthogonal.random(random);
    var u = random.doubles(3).toArray();
    var v = random.doubles(3).toArray();
    assertArrayEquals(outer(q.apply(u), q.apply(v)), q.applyToTensor(outer(u, v)), 1e-14);
  }

  private static double[] outer(double[] u, double[] v) {
    var product = new double[9];
    for (int k = 0; k < 9; k++) {
      product[k] = u[k / 3] * v[k % 3];
    }
    return product;
  }

  /** First and second moments of the matrix entries under Haar measure: 0 and 1/3. */
  @Example
  void randomRotationsAreUniform() {
    var random = new Random(7);
    int samples = 20_000;
    var first = new double[9];
    var second = new double[9];
    for (int n = 0; n < samples; n++) {
      var m = Orthogonal.randomRotation(random).matrix();
      for (int k = 0; k < 9; k++) {
        first[k] += m[k] / samples;
        second[k] += m[k] * m[k] / samples;
      }
    }
    for (int k = 0; k < 9; k++) {
      assertEquals(0, first[k], 0.02);
      assertEquals(1.0 / 3, second[k], 0.01);
    }
  }

  @Example
  void rotationsAreRightHandedAndReflectionsFlipTheNormal() {
    assertArrayEquals(new double[] {0, 1, 0},
        Orthogonal.rotation(new double[] {0, 0, 3}, Math.PI / 2).apply(1, 0, 0), 1e-15);
    var mirror = Orthogonal.reflection(new double[] {0, 2, 0});
    assertArrayEquals(new double[] {1, -2, 3}, mirror.apply(1, 2, 3), 1e-15);
    assertEquals(-1, mirror.determinant());
    assertEquals(-1, Orthogonal.inversion().determinant());
  }

  @Example
  void otherMatricesAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> Orthogonal.of(1, 0, 0, 0, 1, 0, 0, 0, 1.1));
    assertThrows(IllegalArgumentException.class, () -> Orthogonal.of(1, 0, 0, 0, 1, 0, 0, 0, Double.NaN));
    assertThrows(IllegalArgumentException.class, () -> Orthogonal.rotation(new double[3], 1));
    assertThrows(IllegalArgumentException.class, () -> Orthogonal.identity().apply(1, 2));
  }
}
