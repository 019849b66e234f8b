package io.noether.autodiff.emit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.noether.autodiff.Precision;
import io.noether.autodiff.emit.loop.RowLoop;
import io.noether.autodiff.emit.loop.Size;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random loops: vector and scalar kernels against each other and against the interpreter, to the bit. */
class RowKernelsTest {
  private static final int ROWS = 5;
  private static final int FIRST_ROW = 3;

  static LongStream seeds() {
    return LongStream.range(0, 60);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void giveTheInterpretersBits(long seed) {
    RowLoop loop = RandomRowLoop.of(seed, true);
    for (Precision precision : Precision.values()) {
      Memory expected = new Memory(seed, precision);
      new RowLoopInterpreter(precision, lanes(precision), expected.arrays, expected.offsets, expected.maps, FIRST_ROW)
          .run(loop, ROWS);
      assertSame(expected, run(loop, precision, true, seed), () -> loop + " in vectors, " + precision);
      assertSame(expected, run(loop, precision, false, seed), () -> loop + " in scalars, " + precision);
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void giveTheSameBitsWithAndWithoutVectors(long seed) {
    RowLoop loop = RandomRowLoop.of(1000 + seed, false);
    for (Precision precision : Precision.values()) {
      Memory expected = run(loop, precision, false, seed);
      assertSame(expected, run(loop, precision, true, seed), () -> loop + ", " + precision);
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void haveNoLargerMethodsThanEstimated(long seed) {
    RowLoop loop = RandomRowLoop.of(seed, false);
    int estimate = Size.of(loop);
    for (Precision precision : Precision.values()) {
      for (boolean vectors : new boolean[] {true, false}) {
        int size = RowKernels.size(loop, precision, lanes(precision), vectors);
        assertTrue(size <= estimate, () -> size + " bytecodes, estimated " + estimate + ": " + loop);
      }
    }
  }

  private static Memory run(RowLoop loop, Precision precision, boolean vectors, long seed) {
    var memory = new Memory(seed, precision);
    int lanes = lanes(precision);
    RowKernel kernel = RowKernels.emit(loop, precision, lanes, vectors);
    memory.run(kernel, vectors ? 0 : RowKernels.scratch(loop, lanes));
    return memory;
  }

  private static int lanes(Precision precision) {
    return switch (precision) {
      case FLOAT32 -> FloatVector.SPECIES_PREFERRED.length();
      case FLOAT64 -> DoubleVector.SPECIES_PREFERRED.length();
    };
  }

  private static void assertSame(Memory expected, Memory actual, Supplier<String> what) {
    for (int i = 0; i < expected.arrays.length; i++) {
      int k = i;
      assertArrayEquals(expected.arrays[k], actual.arrays[k], () -> what.get() + ", array " + k);
    }
  }

  /** What a random loop works on. */
  private static final class Memory {
    private final Precision precision;
    final double[][] arrays = new double[RandomRowLoop.ARRAYS][];
    final int[] offsets = new int[RandomRowLoop.ARRAYS];
    final int[][] maps = new int[2][];

    Memory(long seed, Precision precision) {
      this.precision = precision;
      var random = new SplittableRandom(seed);
      for (int i = 0; i < maps.length; i++) {
        maps[i] = random.ints(FIRST_ROW + ROWS, 0, ROWS).toArray();
      }
      for (int i = 0; i < arrays.length; i++) {
        offsets[i] = random.nextInt(20);
        int row =
            i < RandomRowLoop.WRITTEN_FROM ? RandomRowLoop.REACH + 10 * ROWS : RandomRowLoop.WRITTEN_STRIDE * ROWS;
        arrays[i] = random.doubles(20 + row, -1, 1).map(x -> precision == Precision.FLOAT32 ? (float) x : x).toArray();
      }
    }

    void run(RowKernel kernel, int scratch) {
      Object[] given = switch (precision) {
        case FLOAT32 ->
          IntStream.rangeClosed(0, arrays.length).mapToObj(i -> floats(i, scratch)).toArray(Object[]::new);
        case FLOAT64 -> {
          Object[] all = Arrays.copyOf(arrays, arrays.length + 1, Object[].class);
          all[arrays.length] = new double[scratch];
          yield all;
        }
      };
      kernel.run(given, offsets, maps, FIRST_ROW, ROWS);
      if (precision == Precision.FLOAT32) {
        for (int i = 0; i < arrays.length; i++) {
          float[] from = (float[]) given[i];
          Arrays.setAll(arrays[i], k -> from[k]);
        }
      }
    }

    private float[] floats(int array, int scratch) {
      float[] numbers = new float[array < arrays.length ? arrays[array].length : scratch];
      for (int k = 0; array < arrays.length && k < numbers.length; k++) {
        numbers[k] = (float) arrays[array][k];
      }
      return numbers;
    }
  }
}
