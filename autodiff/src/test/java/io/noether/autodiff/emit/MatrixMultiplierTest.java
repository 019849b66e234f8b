package io.noether.autodiff.emit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import io.noether.autodiff.Precision;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Matrix products have the bits of the chain of fused multiply-adds that each number is defined by, and touch no more. */
class MatrixMultiplierTest {
  /** C (+)= alpha · A·B with a matrix's three numbers each: offset, row step, column step. */
  record Product(int m, int n, int k, int[] a, int[] b, int[] c, double alpha, boolean add) {
    static Product random(SplittableRandom random) {
      int m = random.nextInt(30);
      int n = random.nextInt(80);
      int k = random.nextInt(20);
      int[] a = switch (random.nextInt(3)) {
        case 0 -> new int[] {random.nextInt(9), k + random.nextInt(5), 1};
        case 1 -> new int[] {random.nextInt(9), 1, m + random.nextInt(5)};
        default -> new int[] {random.nextInt(9), 2 + random.nextInt(4), 2 + random.nextInt(30)};
      };
      double alpha = random.nextBoolean() ? 1 : random.nextDouble(-2, 2);
      return new Product(m, n, k, a, rows(n, random), rows(n, random), alpha, random.nextBoolean());
    }

    private static int[] rows(int columns, SplittableRandom random) {
      return new int[] {random.nextInt(9), columns + random.nextInt(5), 1};
    }

    /** The numbers from a matrix's offset on that it needs, and no more: an index beyond them is an error. */
    static int length(int[] matrix, int rows, int columns) {
      return matrix[0] + (rows == 0 || columns == 0 ? 0 : (rows - 1) * matrix[1] + (columns - 1) * matrix[2] + 1);
    }

    double[] run(MatrixMultiplier multiplier, NumberType type, double[] x, double[] y, double[] z) {
      Object result = array(type, z);
      multiplier.run(m, n, k, array(type, x), a[0], a[1], a[2], array(type, y), b[0], b[1], result, c[0], c[1], alpha,
          add);
      double[] numbers = new double[z.length];
      type.store(result, 0, numbers, 0, z.length);
      return numbers;
    }

    private static Object array(NumberType type, double[] numbers) {
      Object array = type.allocate(numbers.length);
      type.load(numbers, 0, array, 0, numbers.length);
      return array;
    }

    double[] definition(Precision precision, double[] x, double[] y, double[] z) {
      double[] result = z.clone();
      for (int i = 0; i < m; i++) {
        for (int j = 0; j < n; j++) {
          double sum = 0;
          for (int l = 0; l < k; l++) {
            sum = fma(precision, x[a[0] + i * a[1] + l * a[2]], y[b[0] + l * b[1] + j], sum);
          }
          int at = c[0] + i * c[1] + j;
          result[at] = fma(precision, sum, alpha, add ? z[at] : -0.0); // a product alone is one with -0 added
        }
      }
      return result;
    }

    private static double fma(Precision precision, double x, double y, double z) {
      return switch (precision) {
        case FLOAT32 -> Math.fma((float) x, (float) y, (float) z);
        case FLOAT64 -> Math.fma(x, y, z);
      };
    }
  }

  static LongStream seeds() {
    return LongStream.range(0, 150);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void haveTheBitsOfTheirDefinition(long seed) {
    var random = new SplittableRandom(seed);
    Product product = Product.random(random);
    double[] a = numbers(Product.length(product.a, product.m, product.k), random);
    double[] b = numbers(Product.length(product.b, product.k, product.n), random);
    double[] c = numbers(Product.length(product.c, product.m, product.n), random);
    for (Precision precision : Precision.values()) {
      NumberType type = NumberType.of(precision);
      double[] expected = product.definition(precision, a, b, c);
      assertArrayEquals(expected, product.run(MatrixMultiplier.fastest(precision), type, a, b, c),
          () -> precision + " in vectors, " + product);
      assertArrayEquals(expected, product.run(MatrixMultiplier.scalar(precision), type, a, b, c),
          () -> precision + " in scalars, " + product);
    }
  }

  /** Numbers that both precisions hold. */
  private static double[] numbers(int count, SplittableRandom random) {
    return random.doubles(count, -1, 1).map(x -> (float) x).toArray();
  }
}
