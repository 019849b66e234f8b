package io.noether.autodiff;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.noether.autodiff.plan.PlannedProgram;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is missing or wrong in a binding is refused with its name, by the interpreter and by the plan. */
class ExecutionErrorsTest {
  private static final Graph G = new Graph();
  private static final Tensor X = G.input("x", World.NODES, 2);
  private static final Tensor W = G.parameter("w", Space.POINT, new Initial.Uniform(1), 2);
  private static final Tensor Y = X.gather(World.SENDER).times(W).sum(World.RECEIVER);

  static Stream<Program> programs() {
    return Stream.of(Program.interpreted(List.of(Y)), PlannedProgram.of(List.of(Y), Precision.FLOAT32),
        PlannedProgram.of(List.of(Y), Precision.FLOAT64));
  }

  @Test
  void missingSize() {
    var x = new Graph().input("alone", World.NODES);
    for (Program program : List.of(Program.interpreted(List.of(x.exp())),
        PlannedProgram.of(List.of(x.exp()), Precision.FLOAT64))) {
      Execution run = program.newExecution();
      assertMentions(assertThrows(IllegalStateException.class, run::run), "nodes");
    }
  }

  @ParameterizedTest
  @MethodSource("programs")
  void missingIndex(Program program) {
    Execution run = sized(program);
    run.bind(X, new double[4]);
    run.bind(W, new double[2]);
    run.bind(World.RECEIVER, new int[] {0, 1, 1});
    assertMentions(assertThrows(IllegalStateException.class, run::run), "sender");
  }

  @ParameterizedTest
  @MethodSource("programs")
  void missingInput(Program program) {
    Execution run = bound(program);
    run.bind(W, new double[2]);
    assertMentions(assertThrows(IllegalStateException.class, run::run), "x : nodes × [2]");
  }

  @ParameterizedTest
  @MethodSource("programs")
  void missingParameter(Program program) {
    Execution run = bound(program);
    run.bind(X, new double[4]);
    assertMentions(assertThrows(IllegalStateException.class, run::run), "w : point × [2]");
  }

  @ParameterizedTest
  @MethodSource("programs")
  void inputNotBoundAgainAfterGrowing(Program program) {
    Execution run = ready(program);
    run.run();
    run.resize(World.NODES, 3);
    assertMentions(assertThrows(IllegalStateException.class, run::run), "x : nodes × [2]");
  }

  /** Never the values of other rows, or zeros, in rows that were not bound. */
  @Test
  void rowsThatWereNeverBound() {
    var x = new Graph().input("alone", World.NODES);
    for (Program program : List.of(Program.interpreted(List.of(x.exp())),
        PlannedProgram.of(List.of(x.exp()), Precision.FLOAT64))) {
      Execution run = program.newExecution();
      run.resize(World.NODES, 2);
      run.bind(x, new double[2]);
      run.run();
      run.resize(World.NODES, 3);
      assertMentions(assertThrows(IllegalStateException.class, run::run), "alone : nodes × []");
    }
  }

  @ParameterizedTest
  @MethodSource("programs")
  void indexNotBoundAgainAfterGrowing(Program program) {
    Execution run = ready(program);
    run.run();
    run.resize(World.EDGES, 4);
    assertThrows(IllegalStateException.class, run::run);
  }

  @ParameterizedTest
  @MethodSource("programs")
  void indexThatPointsOutside(Program program) {
    Execution run = sized(program);
    var e = assertThrows(IllegalArgumentException.class, () -> run.bind(World.SENDER, new int[] {0, 1, 2}));
    assertMentions(e, "sender", "row 2", "0..1");
    assertThrows(IllegalArgumentException.class, () -> run.bind(World.SENDER, new int[] {0, -1, 1}));
  }

  @ParameterizedTest
  @MethodSource("programs")
  void sortedIndexThatFalls(Program program) {
    Execution run = sized(program);
    var e = assertThrows(IllegalArgumentException.class, () -> run.bind(World.RECEIVER, new int[] {0, 1, 0}));
    assertMentions(e, "receiver", "sorted", "row 2");
  }

  @ParameterizedTest
  @MethodSource("programs")
  void indexThatIsTooShort(Program program) {
    Execution run = sized(program);
    var e = assertThrows(IllegalArgumentException.class, () -> run.bind(World.SENDER, new int[] {0, 1}));
    assertMentions(e, "sender", "2 entries", "3 rows");
  }

  /** Never a silent zero. */
  @ParameterizedTest
  @MethodSource("programs")
  void tooFewValues(Program program) {
    Execution run = bound(program);
    assertThrows(RuntimeException.class, () -> run.bind(X, new double[3]));
    assertThrows(RuntimeException.class, () -> run.bind(X, new double[5], 2));
  }

  @ParameterizedTest
  @MethodSource("programs")
  void sizesThatMakeNoSense(Program program) {
    Execution run = program.newExecution();
    assertThrows(IllegalArgumentException.class, () -> run.resize(World.NODES, -1));
    assertThrows(IllegalArgumentException.class, () -> run.resize(Space.POINT, 2));
  }

  @ParameterizedTest
  @MethodSource("programs")
  void readingWhatIsNotAnOutput(Program program) {
    Execution run = ready(program);
    run.run();
    run.read(Y, new double[4]);
    assertThrows(RuntimeException.class, () -> run.read(Y.exp(), new double[4]));
  }

  @ParameterizedTest
  @MethodSource("programs")
  void readingBeforeTheFirstRun(Program program) {
    Execution run = ready(program);
    assertThrows(IllegalStateException.class, () -> run.read(Y, new double[4]));
  }

  /** Inputs and maps of the model that this program does not need may be bound all the same. */
  @ParameterizedTest
  @MethodSource("programs")
  void whatIsNotNeededIsIgnored(Program program) {
    Execution run = ready(program);
    run.resize(World.GROUPS, 1);
    run.bind(World.GROUP, new int[] {0, 0});
    run.bind(new Graph().input("other", World.NODES), new double[2]);
    run.run();
  }

  private static Execution sized(Program program) {
    Execution run = program.newExecution();
    run.resize(World.NODES, 2);
    run.resize(World.EDGES, 3);
    return run;
  }

  private static Execution bound(Program program) {
    Execution run = sized(program);
    run.bind(World.RECEIVER, new int[] {0, 1, 1});
    run.bind(World.SENDER, new int[] {1, 0, 1});
    return run;
  }

  private static Execution ready(Program program) {
    Execution run = bound(program);
    run.bind(X, new double[4]);
    run.bind(W, new double[2]);
    return run;
  }

  private static void assertMentions(Throwable e, String... parts) {
    for (String part : parts) {
      assertTrue(e.getMessage().contains(part), () -> "'" + part + "' is missing in: " + e.getMessage());
    }
  }
}
