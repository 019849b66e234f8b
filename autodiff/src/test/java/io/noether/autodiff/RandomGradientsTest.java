package io.noether.autodiff;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Derivatives of random programs against central differences. */
class RandomGradientsTest {
  static LongStream seeds() {
    return LongStream.range(0, 40);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void secondOrder(long seed) {
    check(RandomPrograms.of(seed), seed, 2);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void thirdOrderOfShortPrograms(long seed) {
    check(RandomPrograms.of(seed + 1000, 3), seed, 3);
  }

  /** H·v by {@link Gradients#hessianVector} against the difference of two gradients. */
  @ParameterizedTest
  @MethodSource("seeds")
  void hessianVector(long seed) {
    RandomProgram program = RandomPrograms.of(seed + 2000, 6);
    var random = new SplittableRandom(seed);
    Tensor x = program.leaves().get((int) (seed % program.leaves().size()));
    int[] dims = x.shape().dims().stream().mapToInt(Integer::intValue).toArray();
    Tensor v = program.graph().input("v", x.space(), dims);
    Tensor product = Gradients.hessianVector(program.loss(), x, v);
    assertEquals(x.shape(), product.shape());
    assertEquals(x.space(), product.space());
    Binding binding = Binding.random(program.leaves(), Binding.Sizes.random(random), random);
    double[] along = Binding.numbers(v, binding.sizes(), random);
    Tensor gradient = Gradients.of(program.loss(), x);
    double[] exact = run(product, binding.with(Map.of(v, along)));
    double h = 1e-5;
    double[] ahead = run(gradient, binding.with(Map.of(x, moved(binding.values().get(x), along, h))));
    double[] behind = run(gradient, binding.with(Map.of(x, moved(binding.values().get(x), along, -h))));
    double scale = 1;
    for (int n = 0; n < exact.length; n++) {
      scale = Math.max(scale, Math.max(Math.abs(exact[n]), Math.abs(ahead[n])));
      ahead[n] = (ahead[n] - behind[n]) / (2 * h);
    }
    assertArrayEquals(ahead, exact, 1e-6 * scale);
  }

  /** The checks mean something only if the programs contain everything. */
  @Test
  void randomProgramsUseEveryOperationFunctionAndSpace() {
    Set<Object> seen = new HashSet<>();
    for (long seed = 0; seed < 100; seed++) {
      RandomProgram program = RandomPrograms.of(seed);
      for (Tensor t : Graph.reachable(List.of(program.loss()))) {
        seen.add(t.op().getClass());
        seen.add(t.space());
        switch (t.op()) {
          case Op.Apply(var function) -> seen.add(function);
          case Op.Gather(var index) -> seen.add("gather " + index + index.from());
          case Op.Sum(var index) -> seen.add("sum " + index + index.from());
          case Op.Contract(var form) -> seen.add(form.operands() + "->" + form.result());
          default -> {}
        }
      }
    }
    for (Class<?> op : Op.class.getPermittedSubclasses()) {
      assertTrue(seen.contains(op), () -> op + " never occurs");
    }
    for (Function function : Function.values()) {
      assertTrue(seen.contains(function), () -> function + " never occurs");
    }
    for (Index index : World.MAPS) {
      assertTrue(seen.contains("gather " + index + index.from()), () -> "no gather along " + index);
      assertTrue(seen.contains("sum " + index + index.from()), () -> "no sum along " + index);
    }
    for (Space space : World.SPACES) {
      assertTrue(seen.contains("gather all" + space), () -> "the point is never seen by " + space);
      assertTrue(seen.contains("sum all" + space), () -> "no total over " + space);
    }
    for (String form : List.of("[a, ab]->b", "[ab, bc]->ac", "[a, ba]->b", "[a, a]->a", "[a, a]->", "[aa]->a")) {
      assertTrue(seen.contains(form), () -> form + " never occurs");
    }
  }

  private static void check(RandomProgram program, long seed, int order) {
    var random = new SplittableRandom(seed);
    Binding binding = Binding.random(program.leaves(), Binding.Sizes.random(random), random);
    GradientCheck.check("seed " + seed, program.loss(), program.leaves(), binding, order, random);
  }

  private static double[] run(Tensor output, Binding binding) {
    var execution = Program.interpreted(List.of(output)).newExecution();
    binding.bindTo(execution);
    execution.run();
    return binding.read(execution, output);
  }

  private static double[] moved(double[] x, double[] along, double step) {
    double[] moved = x.clone();
    for (int n = 0; n < moved.length; n++) {
      moved[n] += step * along[n];
    }
    return moved;
  }
}
