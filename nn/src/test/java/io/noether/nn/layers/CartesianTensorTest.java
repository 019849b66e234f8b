package io.noether.nn.layers;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.noether.autodiff.Graph;
import io.noether.autodiff.Index;
import io.noether.autodiff.Program;
import io.noether.autodiff.Space;
import io.noether.autodiff.Tensor;
import io.noether.core.geometry.Orthogonal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Matrices kept as parts against plain 3×3 matrices, and what may not be done with them. */
class CartesianTensorTest {
  private static final int F = 3;
  private static final Space ROWS = Space.stored("rows");
  private final Graph graph = new Graph();
  private final Random random = new Random(5);
  private final Given x = new Given("x");
  private final Given y = new Given("y");
  private final Tensor direction = graph.input("u", ROWS, 3);
  private double[] u = random.doubles(3, -1, 1).toArray();

  /** An input and its values. */
  private final class Given {
    final Tensor i;
    final Tensor a;
    final Tensor s;
    final CartesianTensor parts;
    double[][][] matrices = random(random);

    Given(String name) {
      i = graph.input(name + ".i", ROWS, F);
      a = graph.input(name + ".a", ROWS, 3, F);
      s = graph.input(name + ".s", ROWS, 5, F);
      parts = new CartesianTensor(Features.of(Irrep.SCALAR, i, name), Features.of(Irrep.VECTOR, a, name),
          Features.of(Irrep.TENSOR, s, name));
    }

    void bind(io.noether.autodiff.Execution run) {
      double[][] values = numbers(matrices);
      run.bind(i, values[0]);
      run.bind(a, values[1]);
      run.bind(s, values[2]);
    }
  }

  private static double[][][] random(Random random) {
    double[][][] m = new double[F][3][];
    for (double[][] matrix : m) {
      Arrays.setAll(matrix, _ -> random.doubles(3, -1, 1).toArray());
    }
    return m;
  }

  /** i, a and S along the basis that {@link Irrep#TENSOR} documents. */
  private static double[][] numbers(double[][][] matrices) {
    double[][] all = {new double[F], new double[3 * F], new double[5 * F]};
    for (int f = 0; f < F; f++) {
      double[][] m = matrices[f];
      double[][][] parts = Matrices.parts(m);
      all[0][f] = parts[0][0][0];
      double[] a = {parts[1][2][1], parts[1][0][2], parts[1][1][0]};
      double[][] s = parts[2];
      double[] five = {Math.sqrt(2) * s[0][1], Math.sqrt(2) * s[1][2], (2 * s[2][2] - s[0][0] - s[1][1]) / Math.sqrt(6),
          Math.sqrt(2) * s[0][2], (s[0][0] - s[1][1]) / Math.sqrt(2)};
      for (int k = 0; k < 5; k++) {
        all[1][Math.min(k, 2) * F + f] = a[Math.min(k, 2)];
        all[2][k * F + f] = five[k];
      }
    }
    return all;
  }

  private double[] values(Tensor t) {
    var run = Program.interpreted(List.of(t)).newExecution();
    run.resize(ROWS, 1);
    x.bind(run);
    y.bind(run);
    run.bind(direction, u);
    run.run();
    double[] values = new double[t.shape().size()];
    run.read(t, values);
    return values;
  }

  private void assertIs(double[][][] expected, CartesianTensor actual) {
    double[][] numbers = numbers(expected);
    assertArrayEquals(numbers[0], values(actual.scalar().tensor()), 1e-13, "scalar");
    assertArrayEquals(numbers[1], values(actual.vector().tensor()), 1e-13, "vector");
    assertArrayEquals(numbers[2], values(actual.symmetric().tensor()), 1e-13, "symmetric");
  }

  private interface Algebra {
    double[][] of(double[][] x, double[][] y);
  }

  private double[][][] each(Algebra algebra) {
    double[][][] result = new double[F][][];
    Arrays.setAll(result, f -> algebra.of(x.matrices[f], y.matrices[f]));
    return result;
  }

  @Test
  void componentsArePutTogetherAndTakenApart() {
    double[] nine = values(MatrixField.of(x.parts).components());
    for (int k = 0; k < 9; k++) {
      for (int f = 0; f < F; f++) {
        assertEquals(x.matrices[f][k / 3][k % 3], nine[k * F + f], 1e-14);
      }
    }
    assertIs(x.matrices, MatrixField.of(x.parts).parts());
  }

  @Test
  void productsAreThoseOfMatrices() {
    assertIs(each((a, b) -> Matrices.sum(Matrices.product(a, b), Matrices.product(b, a))),
        x.parts.anticommutator(y.parts));
    assertIs(each((a, _) -> Matrices.product(a, a)), x.parts.square());
  }

  @Test
  void normsAreSumsOfSquares() {
    double[] whole = values(x.parts.squaredNorm().tensor());
    for (int part = 0; part < 3; part++) {
      double[] norms = values(x.parts.squaredNorms().get(part).tensor());
      for (int f = 0; f < F; f++) {
        assertEquals(Matrices.squares(Matrices.parts(x.matrices[f])[part]), norms[f], 1e-13);
        assertEquals(Matrices.squares(x.matrices[f]), whole[f], 1e-13);
      }
    }
    assertIs(each((a, _) -> Matrices.times(1 / (Matrices.squares(a) + 1), a)), x.parts.normalised());
  }

  @Test
  void eachPartIsScaledOnItsOwn() {
    Features i = x.parts.scalar();
    Features j = y.parts.scalar();
    assertIs(each((a, b) -> Matrices.combine(new double[] {b[0][0] + b[1][1] + b[2][2], 1}, Matrices.times(1 / 3.0, a),
        b)), x.parts.times(j).plus(y.parts));
    assertIs(each((a, b) -> {
      double[][][] parts = Matrices.parts(a);
      return Matrices.combine(new double[] {parts[0][0][0], Matrices.parts(b)[0][0][0], 0}, parts);
    }), x.parts.times(List.of(i, j, i.minus(i))));
  }

  @Test
  void aDirectionGivesItsMatrices() {
    Features unit = Features.of(Irrep.VECTOR, direction, "u");
    Features i = x.parts.scalar();
    Features j = y.parts.scalar();
    assertIs(each((a, b) -> Matrices.combine(
        new double[] {Matrices.parts(a)[0][0][0], Matrices.parts(b)[0][0][0], Matrices.parts(a)[0][0][0]},
        Matrices.diagonal(1), Matrices.skew(u), Matrices.quadrupole(u))),
        CartesianTensor.along(unit, List.of(i, j, i)));
  }

  /** Rotations turn X into QXQᵀ; reflections into QXᵀQᵀ, because the vector part is odd. */
  @Test
  void everyOperationIsEquivariantUnderRotationsAndReflections() {
    Features unit = Features.of(Irrep.VECTOR, direction, "u");
    CartesianTensor result = x.parts.anticommutator(y.parts.plus(x.parts.square().normalised()))
        .plus(CartesianTensor.along(unit, x.parts.anticommutator(y.parts).squaredNorms()));
    int reflections = 0;
    for (int k = 0; k < 6; k++) {
      Orthogonal q = Orthogonal.random(random);
      reflections += q.determinant() < 0 ? 1 : 0;
      double[][][] before = matrices(result);
      x.matrices = turned(x.matrices, q);
      y.matrices = turned(y.matrices, q);
      u = turn(q, u);
      assertIs(turned(before, q), result);
    }
    assertTrue(reflections > 0 && reflections < 6);
  }

  private double[][][] matrices(CartesianTensor t) {
    double[] nine = values(MatrixField.of(t).components());
    double[][][] m = new double[F][3][3];
    for (int k = 0; k < 9; k++) {
      for (int f = 0; f < F; f++) {
        m[f][k / 3][k % 3] = nine[k * F + f];
      }
    }
    return m;
  }

  private static double[] turn(Orthogonal q, double[] v) {
    double[] w = new double[3];
    for (int a = 0; a < 3; a++) {
      for (int b = 0; b < 3; b++) {
        w[a] += q.get(a, b) * v[b];
      }
    }
    return w;
  }

  private static double[][][] turned(double[][][] m, Orthogonal q) {
    double[][] turn = new double[3][3];
    for (int a = 0; a < 3; a++) {
      for (int b = 0; b < 3; b++) {
        turn[a][b] = q.get(a, b);
      }
    }
    return Arrays.stream(m).map(x -> q.determinant() < 0 ? Matrices.transposed(x) : x)
        .map(x -> Matrices.product(Matrices.product(turn, x), Matrices.transposed(turn))).toArray(double[][][]::new);
  }

  @Test
  void channelsAreMixedWithWeightsOfTheirOwnForEachPart() {
    CartesianTensor mixed = new Scope(graph, "net").linearWithoutBias("mix", x.parts, 7);
    assertEquals(7, mixed.channels());
    assertEquals(List.of("net.mix.scalar.weight", "net.mix.vector.weight", "net.mix.symmetric.weight"),
        graph.parameters().stream().map(Tensor::name).toList());
  }

  @Test
  void rowsAreGatheredAndSummed() {
    Space edges = Space.stored("edges");
    Index ends = Index.of("ends", edges, ROWS);
    CartesianTensor back = x.parts.gather(ends).sum(ends);
    var outputs = new ArrayList<>(List.of(back.scalar().tensor(), back.vector().tensor(), back.symmetric().tensor()));
    var run = Program.interpreted(outputs).newExecution();
    run.resize(ROWS, 1);
    run.resize(edges, 2);
    run.bind(ends, new int[2]);
    x.bind(run);
    run.run();
    double[][] expected = numbers(x.matrices);
    for (int part = 0; part < 3; part++) {
      double[] actual = new double[expected[part].length];
      run.read(outputs.get(part), actual);
      assertArrayEquals(Arrays.stream(expected[part]).map(v -> 2 * v).toArray(), actual, 1e-14);
    }
  }

  @Test
  void otherTypesAreRefused() {
    Features turned = x.parts.vector().cross(y.parts.vector()); // even: the antisymmetric part of a product XY
    assertThrows(TypeException.class, () -> new CartesianTensor(x.parts.scalar(), turned, x.parts.symmetric()));
    assertThrows(TypeException.class,
        () -> new CartesianTensor(turned.dot(x.parts.vector()), x.parts.vector(), x.parts.symmetric()));
    assertThrows(TypeException.class,
        () -> x.parts.plus(new Scope(graph, "net").linearWithoutBias("wide", y.parts, F + 1)));
    assertThrows(TypeException.class, () -> x.parts.times(List.of(x.parts.scalar())));
    assertThrows(TypeException.class, () -> x.parts.times(turned.dot(x.parts.vector())));
  }
}
