package io.noether.autodiff;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.noether.autodiff.inspect.GraphPrinter;
import io.noether.autodiff.plan.PlannedProgram;
import java.util.ArrayList;
import java.util.List;

/** Runs programs and compares what they give. */
final class Twin {
  private Twin() {}

  /** Binds, runs and reads every output. */
  static List<double[]> run(Execution execution, List<Tensor> outputs, Binding binding) {
    binding.bindTo(execution);
    execution.run();
    return read(execution, outputs, binding);
  }

  /** Reads every output. */
  static List<double[]> read(Execution execution, List<Tensor> outputs, Binding binding) {
    var results = new ArrayList<double[]>();
    outputs.forEach(t -> results.add(binding.read(execution, t)));
    return results;
  }

  /** The interpreter's results. */
  static List<double[]> reference(List<Tensor> outputs, Binding binding) {
    return run(Program.interpreted(outputs).newExecution(), outputs, binding);
  }

  /** Asserts that results lie within what rounding in this precision can do to each number. */
  static void assertClose(String what, List<Tensor> outputs, Binding binding, Precision precision,
      List<double[]> expected, List<double[]> actual) {
    var bounds = Bounds.of(outputs, binding, precision);
    for (int k = 0; k < outputs.size(); k++) {
      double[] error = bounds.get(outputs.get(k)).error();
      for (int n = 0; n < error.length; n++) {
        double difference = Math.abs(actual.get(k)[n] - expected.get(k)[n]);
        double allowed = 2 * Bounds.unit(precision) * error[n];
        if (!(difference <= allowed)) {
          throw new AssertionError("%s, %s: number %d of %s is %.17g, not %.17g ± %.2g\n%s".formatted(what, precision,
              n, outputs.get(k), actual.get(k)[n], expected.get(k)[n], allowed,
              GraphPrinter.toText(outputs.subList(k, k + 1))));
        }
      }
    }
  }

  /**
   * Asserts that the plan's vector code agrees with the interpreter in both precisions, and its scalar code with the
   * vector code bit for bit.
   */
  static void assertPlanned(String what, List<Tensor> outputs, Binding binding) {
    List<double[]> expected = reference(outputs, binding);
    for (Precision precision : Precision.values()) {
      var plan = PlannedProgram.of(outputs, precision);
      var actual = run(plan.newVectorExecution(Workers.CALLER), outputs, binding);
      assertClose(what, outputs, binding, precision, expected, actual);
      assertSameBits(what + ", scalar code", outputs, actual,
          run(plan.newScalarExecution(Workers.CALLER), outputs, binding));
    }
  }

  /** Asserts that results have the same bits. */
  static void assertSameBits(String what, List<Tensor> outputs, List<double[]> expected, List<double[]> actual) {
    for (int k = 0; k < outputs.size(); k++) {
      for (int n = 0; n < expected.get(k).length; n++) {
        double a = expected.get(k)[n];
        double b = actual.get(k)[n];
        int number = n;
        Tensor output = outputs.get(k);
        assertTrue(Double.doubleToLongBits(a) == Double.doubleToLongBits(b),
            () -> what + ": number " + number + " of " + output + " is " + b + ", not " + a);
      }
    }
  }
}
