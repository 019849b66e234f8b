package io.noether.autodiff;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The plan's vector code against the interpreter on random programs, to second derivatives, and its scalar code against
 * the vector code bit for bit.
 */
class PlanTwinTest {
  static LongStream seeds() {
    return LongStream.range(0, 40);
  }

  static LongStream fewSeeds() {
    return LongStream.range(0, 8);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void agreesAtSmallSizes(long seed) {
    var random = new SplittableRandom(seed);
    compare(seed, RandomPrograms.of(seed), Binding.Sizes.random(random), random);
  }

  /** Rows beyond one tile, with tiles that end in the middle of a receiver. */
  @ParameterizedTest
  @MethodSource("fewSeeds")
  void agreesAtSizesOfManyTiles(long seed) {
    var random = new SplittableRandom(seed);
    var sizes = new Binding.Sizes(150 + random.nextInt(200), 1000 + random.nextInt(1000), 7, 4);
    compare(seed, RandomPrograms.of(seed + 500, 4), sizes, random);
  }

  /** Each operation on its own, with every output kept, so that a failure names the operation. */
  @ParameterizedTest
  @MethodSource("fewSeeds")
  void agreesOnEveryTensorOfAShortProgram(long seed) {
    var random = new SplittableRandom(seed);
    RandomProgram program = RandomPrograms.of(seed + 900, 3);
    Gradients.of(program.loss(), program.leaves());
    Twin.assertPlanned("seed " + seed, List.copyOf(program.graph().nodes()),
        Binding.random(program.leaves(), Binding.Sizes.random(random), random));
  }

  private static void compare(long seed, RandomProgram program, Binding.Sizes sizes, SplittableRandom random) {
    Twin.assertPlanned("seed " + seed + " " + sizes, program.outputsToSecondOrder(random),
        Binding.random(program.leaves(), sizes, random));
  }
}
