package io.noether.autodiff;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.noether.autodiff.plan.PlannedProgram;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** One execution used again and again: other sizes, part of the bindings, and no memory per run. */
class PlanReuseTest {
  private static final List<Binding.Sizes> SIZES =
      List.of(new Binding.Sizes(5, 12, 2, 3), new Binding.Sizes(120, 700, 9, 5),
          new Binding.Sizes(3, 0, 1, 1), new Binding.Sizes(0, 0, 1, 1), new Binding.Sizes(17, 60, 1, 6),
          new Binding.Sizes(40, 0, 11, 2), new Binding.Sizes(250, 1300, 3, 1), new Binding.Sizes(5, 12, 2, 3));

  static LongStream seeds() {
    return LongStream.range(0, 10);
  }

  /** Every size gives the bits of a fresh execution, whatever was run before. */
  @ParameterizedTest
  @MethodSource("seeds")
  void growsAndShrinks(long seed) {
    var random = new SplittableRandom(seed);
    RandomProgram program = RandomPrograms.of(seed + 4000, 6);
    List<Tensor> outputs = program.outputsToSecondOrder(random);
    for (Precision precision : Precision.values()) {
      Program plan = PlannedProgram.of(outputs, precision);
      Execution reused = plan.newExecution();
      for (Binding.Sizes sizes : SIZES) {
        Binding binding = Binding.random(program.leaves(), sizes, random);
        List<double[]> expected = Twin.run(plan.newExecution(), outputs, binding);
        Twin.assertSameBits("seed " + seed + " " + sizes, outputs, expected, Twin.run(reused, outputs, binding));
        reused.run();
        Twin.assertSameBits("run twice", outputs, expected, Twin.read(reused, outputs, binding));
      }
    }
  }

  /** Sizes alone may change too: without maps nothing but the sizes tells a plan that its rows are others. */
  @ParameterizedTest
  @EnumSource(Precision.class)
  void shrinksWithoutMaps(Precision precision) {
    var g = new Graph();
    Tensor x = g.input("x", World.NODES, 3);
    Tensor total = g.contract("a->", x).total();
    Execution execution = PlannedProgram.of(List.of(total), precision).newExecution();
    for (int rows : new int[] {100, 300, 200, 64, 1, 0, 65}) {
      double[] ones = new double[3 * rows];
      Arrays.fill(ones, 1);
      execution.resize(World.NODES, rows);
      execution.bind(x, ones);
      execution.run();
      assertEquals(3 * rows, execution.read(total));
    }
  }

  /** What is not bound again stays; arrays of values are copied when bound. */
  @ParameterizedTest
  @EnumSource(Precision.class)
  void bindingsStay(Precision precision) {
    var random = new SplittableRandom(5);
    RandomProgram program = RandomPrograms.of(4242, 12);
    List<Tensor> outputs = program.outputsToSecondOrder(random);
    Execution execution = PlannedProgram.of(outputs, precision).newExecution();
    Binding binding = Binding.random(program.leaves(), new Binding.Sizes(12, 40, 3, 2), random);
    Twin.run(execution, outputs, binding);
    for (Tensor leaf : program.leaves()) {
      double[] numbers = Binding.numbers(leaf, binding.sizes(), random);
      binding = binding.with(Map.of(leaf, numbers));
      double[] given = numbers.clone();
      execution.bind(leaf, given);
      Arrays.fill(given, Double.NaN);
      execution.run();
      Twin.assertClose("after " + leaf, outputs, binding, precision, Twin.reference(outputs, binding),
          Twin.read(execution, outputs, binding));
    }
  }

  /** Values may sit anywhere in a larger array, as parameters do. */
  @ParameterizedTest
  @EnumSource(Precision.class)
  void bindsFromAnOffset(Precision precision) {
    var g = new Graph();
    Tensor x = g.input("x", World.NODES, 2);
    Execution execution = PlannedProgram.of(List.of(x.times(2)), precision).newExecution();
    execution.resize(World.NODES, 2);
    execution.bind(x, new double[] {9, 9, 9, 1, 2, 3, 4, 9}, 3);
    execution.run();
    double[] read = new double[6];
    execution.read(x.times(2), read);
    assertArrayEquals(new double[] {2, 4, 6, 8, 0, 0}, read);
  }

  /** Two executions of one program keep to themselves. */
  @ParameterizedTest
  @EnumSource(Precision.class)
  void executionsDoNotShareMemory(Precision precision) {
    var random = new SplittableRandom(6);
    RandomProgram program = RandomPrograms.of(4343, 10);
    List<Tensor> outputs = program.outputsToSecondOrder(random);
    Program plan = PlannedProgram.of(outputs, precision);
    Binding one = Binding.random(program.leaves(), new Binding.Sizes(12, 40, 3, 2), random);
    Binding two = Binding.random(program.leaves(), new Binding.Sizes(9, 50, 2, 2), random);
    Execution first = plan.newExecution();
    Execution second = plan.newExecution();
    one.bindTo(first);
    two.bindTo(second);
    first.run();
    List<double[]> expected = Twin.read(first, outputs, one);
    second.run();
    Twin.assertSameBits("after the other ran", outputs, expected, Twin.read(first, outputs, one));
    first.run();
    Twin.assertSameBits("run after the other", outputs, expected, Twin.read(first, outputs, one));
  }

  /** After warm-up 100 runs allocate nothing. Boxed vectors go away once C2 has compiled the kernels. */
  @ParameterizedTest
  @EnumSource(Precision.class)
  void runsAllocateNothing(Precision precision) {
    var random = new SplittableRandom(7);
    var g = new Graph();
    Tensor x = g.input("x", World.NODES, 16);
    Tensor r = g.input("r", World.EDGES, 3);
    Tensor w = g.parameter("w", Space.POINT, new Initial.Uniform(1), 16, 16);
    Tensor message = g.contract("a,b->ab", r, g.contract("k,kn->n", x, w).silu().gather(World.SENDER));
    Tensor loss = message.sum(World.RECEIVER).square().apply(Function.TANH).total();
    Tensor energy = g.contract("ab->", loss);
    Tensor forces = Gradients.of(energy, r);
    List<Tensor> outputs = new ArrayList<>(List.of(energy, forces));
    outputs.addAll(Gradients.of(g.contract("a,a->", forces, forces).total(), List.of(x, w)));
    Execution execution = PlannedProgram.of(outputs, precision).newVectorExecution(Workers.CALLER);
    Binding.random(List.of(x, r, w), new Binding.Sizes(5, 13, 2, 2), random).bindTo(execution);
    long least = Long.MAX_VALUE;
    for (int block = 0; block < 2000 && least > 100 * 16; block++) {
      least = Math.min(least, allocatedBy100Runs(execution));
    }
    assertTrue(least <= 100 * 16, least + " bytes for 100 runs");
  }

  @Test
  void allocationIsMeasured() {
    var g = new Graph();
    Tensor x = g.scalar(2).exp();
    assertTrue(allocatedBy100Runs(Program.interpreted(List.of(x)).newExecution()) > 100 * 16);
  }

  private static long allocatedBy100Runs(Execution execution) {
    var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    for (int k = 0; k < 100; k++) {
      execution.run();
    }
    return threads.getCurrentThreadAllocatedBytes() - before;
  }
}
