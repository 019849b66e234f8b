package io.noether.autodiff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.noether.autodiff.plan.PlannedProgram;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Copies of graphs, and graphs that are complete. */
class ExtractTest {
  private final Graph g = new Graph();
  private final Tensor x = g.input("x", World.NODES, 3);
  private final Tensor unused = g.input("unused", World.NODES);
  private final Tensor w = g.parameter("w", Space.POINT, new Initial.Uniform(1), 3);
  private final Tensor y = g.contract("k,k->", x, w).named("y");
  private final Tensor loss = y.square().total();

  @Test
  void aCopyHasTheSameOperationsInTheSameOrder() {
    Extract all = Extract.all(g);
    assertEquals(g.nodes().size(), all.graph().nodes().size());
    for (Tensor t : g.nodes()) {
      Tensor copy = all.copyOf(t);
      assertNotSame(t, copy);
      assertSame(all.graph(), copy.graph());
      assertEquals(t.id(), copy.id());
      assertEquals(t.op(), copy.op());
      assertEquals(t.toString(), copy.toString());
      assertEquals(t.source(), copy.source());
      assertEquals(all.copiesOf(t.operands()), copy.operands());
    }
  }

  @Test
  void onlyWhatIsNeededIsCopied() {
    Extract part = Extract.of(List.of(loss));
    assertEquals(Graph.reachable(List.of(loss)).size(), part.graph().nodes().size());
    assertThrows(IllegalArgumentException.class, () -> part.copyOf(unused));
  }

  @Test
  void whatIsBuiltOnACopyLeavesTheOriginalAlone() {
    g.freeze();
    int before = g.nodes().size();
    Extract own = Extract.all(g);
    Tensor slope = Gradients.of(own.copyOf(loss), own.copyOf(w));
    own.graph().input("label", World.NODES);
    PlannedProgram.of(List.of(slope), Precision.FLOAT32);
    assertEquals(before, g.nodes().size());
  }

  /** A copy is interned like any other tensor, and its name is taken. */
  @Test
  void aCopyCanBeBuiltOn() {
    Extract own = Extract.all(g);
    Tensor copy = own.copyOf(x);
    assertSame(own.copyOf(y), own.graph().contract("k,k->", copy, own.copyOf(w)));
    assertThrows(IllegalArgumentException.class, () -> own.graph().input("x", World.NODES));
    assertThrows(IllegalArgumentException.class, () -> copy.plus(x), "tensors of two graphs");
  }

  @Test
  void aFrozenGraphTakesNothingMore() {
    Tensor known = y.square();
    g.freeze();
    assertSame(known, y.square(), "nothing is added");
    var thrown = assertThrows(IllegalStateException.class, () -> y.exp());
    assertTrue(thrown.getMessage().contains("frozen") && thrown.getMessage().contains("ExtractTest.java"),
        thrown.getMessage());
    assertThrows(IllegalStateException.class, () -> g.input("more", World.NODES));
    assertThrows(IllegalStateException.class, () -> Gradients.of(loss, w));
    assertThrows(IllegalStateException.class, () -> x.named("late"));
    assertEquals("y", y.named("late").name(), "the first name stays");
  }

  /** Values that are bound to originals reach programs made of copies of copies, in both kinds of program. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void originalsBindTheirCopies(long seed) {
    var random = new SplittableRandom(seed);
    RandomProgram program = RandomPrograms.of(seed + 500, 12);
    List<Tensor> outputs = program.outputsToSecondOrder(random);
    Binding binding = Binding.random(program.leaves(), Binding.Sizes.random(random), random);
    List<Tensor> copies = copiesOfCopies(outputs);
    Twin.assertSameBits("interpreted", outputs, Twin.reference(outputs, binding), Twin.reference(copies, binding));
    for (Precision precision : Precision.values()) {
      Twin.assertSameBits("planned", outputs,
          Twin.run(PlannedProgram.of(outputs, precision).newExecution(), outputs, binding),
          Twin.run(PlannedProgram.of(copies, precision).newExecution(), copies, binding));
    }
  }

  private static List<Tensor> copiesOfCopies(List<Tensor> outputs) {
    List<Tensor> once = Extract.all(outputs.getFirst().graph()).copiesOf(outputs);
    return Extract.of(once).copiesOf(once);
  }
}
