package io.noether.autodiff;

import io.noether.autodiff.plan.PlannedProgram;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Programs commute with renumbering the rows of every space: equivariance under permutations by construction. */
class RelabellingTest {
  @Property(tries = 30)
  void interpretedOutputsMoveWithTheirRows(@ForAll long seed) {
    check(seed, Precision.FLOAT64, Program::interpreted);
  }

  @Property(tries = 15)
  void plannedOutputsMoveWithTheirRows(@ForAll long seed) {
    check(seed, Precision.FLOAT64, outputs -> PlannedProgram.of(outputs, Precision.FLOAT64));
  }

  @Property(tries = 15)
  void plannedFloatOutputsMoveWithTheirRows(@ForAll long seed) {
    check(seed, Precision.FLOAT32, outputs -> PlannedProgram.of(outputs, Precision.FLOAT32));
  }

  /** The twin tests of {@link PlanTwinTest} at seeds nobody chose. */
  @Property(tries = 20)
  void plannedAgreesWithInterpreted(@ForAll long seed) {
    var random = new SplittableRandom(seed);
    RandomProgram program = RandomPrograms.of(seed);
    List<Tensor> outputs = program.outputsToSecondOrder(random);
    Binding binding = Binding.random(program.leaves(), Binding.Sizes.random(random), random);
    Twin.assertPlanned("seed " + seed, outputs, binding);
  }

  private static void check(long seed, Precision precision, java.util.function.Function<List<Tensor>, Program> make) {
    var random = new SplittableRandom(seed);
    RandomProgram program = RandomPrograms.of(seed);
    List<Tensor> outputs = program.outputsToSecondOrder(random);
    Binding binding = Binding.random(program.leaves(), Binding.Sizes.random(random), random);
    var places = binding.relabelling(random);
    Binding relabelled = binding.relabelled(places);
    Program made = make.apply(outputs);
    List<double[]> before = Twin.run(made.newExecution(), outputs, binding);
    List<double[]> after = Twin.run(made.newExecution(), outputs, relabelled);
    for (int k = 0; k < outputs.size(); k++) {
      before.set(k, Binding.moved(before.get(k), outputs.get(k), places));
    }
    Twin.assertClose("seed " + seed, outputs, relabelled, precision, before, after);
  }
}
