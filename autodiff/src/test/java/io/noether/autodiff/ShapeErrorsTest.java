package io.noether.autodiff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What does not fit is refused when the model is built, with names, shapes and the model's line. */
class ShapeErrorsTest {
  private final Graph g = new Graph();
  private final Tensor x = g.input("positions", World.NODES, 2, 3);
  private final Tensor y = g.input("charges", World.NODES, 5);
  private final Tensor e = g.input("lengths", World.EDGES, 5);
  private final Tensor w = g.parameter("weight", Space.POINT, new Initial.Uniform(1), 7, 4);

  @Test
  void sumOfDifferentShapes() {
    int line = line() + 1;
    String message = refused(() -> x.plus(y));
    assertNames(message, "positions : nodes × [2, 3]", "charges : nodes × [5]", "ShapeErrorsTest.java:" + line);
    assertNames(message, "ShapeErrorsTest.java:" + lineOf(x), "ShapeErrorsTest.java:" + lineOf(y));
  }

  @Test
  void differenceOfDifferentSpaces() {
    assertNames(refused(() -> y.minus(e)), "charges : nodes × [5]", "lengths : edges × [5]", here());
  }

  @Test
  void productOfDifferentSpaces() {
    assertNames(refused(() -> y.times(e)), "charges : nodes × [5]", "lengths : edges × [5]", here());
  }

  @Test
  void productOfDifferentExtents() {
    Tensor z = g.input("masses", World.NODES, 6);
    assertNames(refused(() -> y.times(z)), "charges : nodes × [5]", "masses : nodes × [6]", here());
  }

  @Test
  void productOfDifferentRanks() {
    assertNames(refused(() -> x.times(y)), "positions : nodes × [2, 3]", "charges : nodes × [5]", here());
  }

  /** The weight is shown as the model made it, not as it is gathered to the other's rows. */
  @Test
  void weightThatDoesNotFit() {
    String message = refused(() -> g.contract("k,kn->n", y, w));
    assertNames(message, "charges : nodes × [5]", "weight : point × [7, 4]", "5 long", "7");
    assertNames(message, "ShapeErrorsTest.java:" + (line() - 2));
  }

  @Test
  void weightOfTheWrongRank() {
    assertNames(refused(() -> g.contract("k,k->k", y, w)), "weight : point × [7, 4]", here());
  }

  @Test
  void diagonalOfARectangle() {
    assertNames(refused(() -> g.contract("aa->a", w)), "weight : point × [7, 4]", here());
  }

  @Test
  void newAxisWithoutAnExtent() {
    assertNames(refused(() -> g.contract("k->kn", y)), "charges : nodes × [5]", here());
  }

  @Test
  void expandThatContradictsTheTensor() {
    assertNames(refused(() -> y.expand("f->cf", 3, 6)), "charges : nodes × [5]", "[3, 6]", here());
  }

  @Test
  void expandOfUnequalDiagonal() {
    assertNames(refused(() -> g.scalar(1).expand("->aa", 2, 3)), "[2, 3]", here());
  }

  @Test
  void reshapeToAnotherSize() {
    assertNames(refused(() -> x.reshape(4, 2)), "positions : nodes × [2, 3]", "[4, 2]", here());
  }

  @Test
  void sliceOutside() {
    for (int[] bad : new int[][] {{2, 0, 1}, {-1, 0, 1}, {1, -1, 1}, {1, 2, 2}, {1, 0, 0}}) {
      assertNames(refused(() -> x.slice(bad[0], bad[1], bad[2])), "positions : nodes × [2, 3]", here());
    }
  }

  @Test
  void joinOfDifferentBlocks() {
    Tensor z = g.input("dipoles", World.NODES, 4, 1);
    assertNames(refused(() -> g.concat(1, x, z)), "positions : nodes × [2, 3]", "dipoles : nodes × [4, 1]", here());
  }

  @Test
  void joinAlongAMissingAxis() {
    assertNames(refused(() -> g.concat(1, y, y)), "charges : nodes × [5]", here());
  }

  @Test
  void gatherFromTheWrongSpace() {
    assertNames(refused(() -> e.gather(World.RECEIVER)), "receiver", "edges → nodes", "lengths : edges × [5]", here());
  }

  @Test
  void sumFromTheWrongSpace() {
    String message = refused(() -> x.sum(World.RECEIVER));
    assertNames(message, "ShapeErrorsTest.java:" + (line() - 1));
    assertNames(message, "receiver", "edges → nodes", "positions : nodes × [2, 3]");
  }

  @Test
  void gradientOfAField() {
    assertNames(refused(() -> Gradients.of(y, x)), "charges : nodes × [5]", "ShapeErrorsTest.java:" + lineOf(y));
  }

  @Test
  void constantOfTheWrongLength() {
    assertNames(refused(() -> g.constant(new double[5], 2, 3)), "5", "[2, 3]", here());
  }

  @Test
  void namesAreTakenOnce() {
    String message = assertThrows(IllegalArgumentException.class, () -> g.input("charges", World.EDGES)).getMessage();
    assertNames(message, "charges", "ShapeErrorsTest.java:" + lineOf(y));
  }

  @Test
  void graphsDoNotMix() {
    Tensor other = new Graph().input("stranger", World.NODES, 5);
    assertNames(assertThrows(IllegalArgumentException.class, () -> y.plus(other)).getMessage(), "stranger");
  }

  /** The layer's line comes first, then the line of the model that used the layer. */
  @Test
  void sourceLinesNameTheLayerAndItsUser() {
    int line = line() + 1;
    Tensor made = layer(y);
    String[] lines = made.source().split(" < ");
    assertEquals("ShapeErrorsTest.java:" + line, lines[1], made.source());
    assertTrue(lines[0].startsWith("ShapeErrorsTest.java:"), made.source());
    assertFalse(made.source().contains("Tensor.java"), made.source());
  }

  private static Tensor layer(Tensor t) {
    return t.silu().square();
  }

  private static String refused(Runnable build) {
    return assertThrows(ShapeException.class, build::run).getMessage();
  }

  private static void assertNames(String message, String... parts) {
    for (String part : parts) {
      assertTrue(message.contains(part), () -> "'" + part + "' is missing in: " + message);
    }
    assertFalse(message.contains("\n"), message);
  }

  private static int lineOf(Tensor t) {
    return Integer.parseInt(t.source().split(" < ")[0].split(":")[1]);
  }

  private static int line() {
    return frame().getLineNumber();
  }

  /** The caller's line; used on the line that builds. */
  private static String here() {
    return "ShapeErrorsTest.java:" + frame().getLineNumber();
  }

  private static StackWalker.StackFrame frame() {
    return StackWalker.getInstance().walk((Stream<StackWalker.StackFrame> frames) -> frames.skip(2).findFirst())
        .orElseThrow();
  }
}
