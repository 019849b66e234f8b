package io.noether.benchmarks.jmh;

import io.noether.autodiff.Precision;
import io.noether.autodiff.emit.MatrixMultiplier;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Single-precision matrix products C = A·B on one thread; 2·m·k·n operations each. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
public class MatrixProductBenchmark {
  /**
   * Rows of C, inner dimension, columns of C, as PaiNN has them: atoms of a molecule and of silicon through the networks
   * on atoms, tiles of edges through the radial network (20 functions) and back.
   */
  @Param({"27x128x384", "27x256x128", "1000x128x384", "1000x256x128", "1000x64x192", "16x20x384", "64x20x192",
      "64x384x20"})
  public String shape = "";

  private final MatrixMultiplier multiplier = MatrixMultiplier.fastest(Precision.FLOAT32);
  private int m;
  private int k;
  private int n;
  private float[] a = {};
  private float[] b = {};
  private float[] c = {};

  /** Fills the matrices. */
  @Setup
  public void fill() {
    String[] sizes = shape.split("x", 3);
    m = Integer.parseInt(sizes[0]);
    k = Integer.parseInt(sizes[1]);
    n = Integer.parseInt(sizes[2]);
    var random = new SplittableRandom(1);
    a = random(random, m * k);
    b = random(random, k * n);
    c = new float[m * n];
  }

  /** All of C. */
  @Benchmark
  public float[] product() {
    multiplier.run(m, n, k, a, 0, k, 1, b, 0, n, c, 0, n, 1, false);
    return c;
  }

  private static float[] random(SplittableRandom random, int length) {
    float[] numbers = new float[length];
    for (int i = 0; i < length; i++) {
      numbers[i] = (float) random.nextDouble(-1, 1);
    }
    return numbers;
  }
}
