package io.noether.autodiff.emit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.noether.autodiff.Function;
import io.noether.autodiff.Precision;
import io.noether.autodiff.emit.loop.Address;
import io.noether.autodiff.emit.loop.Base;
import io.noether.autodiff.emit.loop.Instruction;
import io.noether.autodiff.emit.loop.Part;
import io.noether.autodiff.emit.loop.RowLoop;
import io.noether.autodiff.emit.loop.Value;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Emitted functions against {@link Function#apply}. */
class FunctionsTest {
  /** Not a multiple of any vector's length, so that vectors and the numbers left over both occur. */
  private static final double[] ARGUMENTS = DoubleStream
      .concat(IntStream.rangeClosed(-900, 900).mapToDouble(i -> i / 10.0 + i * 1e-4),
          DoubleStream.of(0, -0.0, 1e-20, 88.3, 89, 700, 1000, 1e30, Double.POSITIVE_INFINITY, -1000, -1e30,
              Double.NEGATIVE_INFINITY, Double.NaN, -69, 3, 5))
      .toArray();

  private static RowLoop of(Function function, boolean vectorised) {
    Value x = new Value(0, true);
    Value y = new Value(1, true);
    return new RowLoop(function.name(), List.of(new Part.Sweep(ARGUMENTS.length, vectorised,
        List.of(new Instruction.Load(x, new Address(new Base(0, 0, Base.NO_MAP), 0, List.of(1))),
            new Instruction.Call(y, function, x),
            new Instruction.Store(new Address(new Base(1, 0, Base.NO_MAP), 0, List.of(1)), y)))));
  }

  private static boolean hasVectorForm(Function function) {
    return switch (function) {
      case EXP, SIGMOID, SOFTPLUS, SQRT, RECIPROCAL, STEP -> true;
      case LOG, SIN, COS, TANH -> false;
    };
  }

  @ParameterizedTest
  @EnumSource
  void agreesInSinglePrecision(Function function) {
    float[] x = new float[ARGUMENTS.length];
    IntStream.range(0, x.length).forEach(i -> x[i] = (float) ARGUMENTS[i]);
    float[] scalar = new float[x.length];
    run(function, Precision.FLOAT32, 16, false, x, scalar);
    for (int i = 0; i < x.length; i++) {
      assertClose(expected(function, x[i], 88.37), scalar[i], 1e-6, () -> function + " of single numbers");
    }
    if (hasVectorForm(function)) {
      float[] vector = new float[x.length];
      run(function, Precision.FLOAT32, 16, true, x, vector);
      assertArrayEquals(scalar, vector);
    }
  }

  @ParameterizedTest
  @EnumSource
  void agreesInDoublePrecision(Function function) {
    double[] scalar = new double[ARGUMENTS.length];
    run(function, Precision.FLOAT64, 8, false, ARGUMENTS, scalar);
    for (int i = 0; i < scalar.length; i++) {
      assertClose(expected(function, ARGUMENTS[i], 709.43), scalar[i], 1e-14, () -> function + " of double numbers");
    }
    if (hasVectorForm(function)) {
      double[] vector = new double[scalar.length];
      run(function, Precision.FLOAT64, 8, true, ARGUMENTS, vector);
      assertArrayEquals(scalar, vector);
    }
  }

  private static void run(Function function, Precision precision, int lanes, boolean vectors, Object x, Object y) {
    RowKernels.emit(of(function, vectors), precision, lanes, vectors).run(new Object[] {x, y}, new int[2], new int[0][],
        0, 1);
  }

  /** With exponentials that are infinite from a limit on. */
  private static double expected(Function function, double x, double limit) {
    return switch (function) {
      case EXP -> x > limit ? Double.POSITIVE_INFINITY : function.apply(x);
      case SIGMOID -> x < -limit ? 0 : function.apply(x);
      default -> function.apply(x);
    };
  }

  private static void assertClose(double expected, double actual, double tolerance, Supplier<String> what) {
    if (Double.isFinite(expected)) {
      assertEquals(expected, actual, tolerance * Math.abs(expected), what);
    } else {
      assertEquals(expected, actual, what);
    }
  }

  @ParameterizedTest
  @EnumSource
  void refusesVectorsOfFunctionsThatHaveNone(Function function) {
    if (!hasVectorForm(function)) {
      assertThrows(IllegalArgumentException.class,
          () -> RowKernels.emit(of(function, true), Precision.FLOAT32, 16, true));
    }
  }
}
