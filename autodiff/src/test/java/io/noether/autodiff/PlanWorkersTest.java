package io.noether.autodiff;

import io.noether.autodiff.plan.PlannedProgram;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The same bits for any number of workers and any order of parts. */
class PlanWorkersTest {
  static LongStream seeds() {
    return LongStream.range(0, 16);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void sameBits(long seed) {
    var random = new SplittableRandom(seed);
    boolean many = seed % 2 == 0;
    RandomProgram program = RandomPrograms.of(seed + 3000, many ? 4 : 12);
    List<Tensor> outputs = program.outputsToSecondOrder(random);
    var sizes = many ? new Binding.Sizes(300, 1500, 9, 4) : Binding.Sizes.random(random);
    Binding binding = Binding.random(program.leaves(), sizes, random);
    for (Precision precision : Precision.values()) {
      PlannedProgram plan = PlannedProgram.of(outputs, precision);
      List<double[]> alone = Twin.run(plan.newExecution(), outputs, binding);
      for (int count = 1; count <= 3; count++) {
        try (var workers = new TestWorkers(count)) {
          Execution execution = plan.newVectorExecution(workers);
          for (int again = 0; again < 3; again++) {
            Twin.assertSameBits(count + " workers", outputs, alone, Twin.run(execution, outputs, binding));
          }
        }
      }
      var shuffled = plan.newExecution(TestWorkers.shuffled(4, seed));
      Twin.assertSameBits("shuffled parts", outputs, alone, Twin.run(shuffled, outputs, binding));
    }
  }
}
