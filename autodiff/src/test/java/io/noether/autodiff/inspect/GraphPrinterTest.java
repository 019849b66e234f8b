package io.noether.autodiff.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.noether.autodiff.Function;
import io.noether.autodiff.Graph;
import io.noether.autodiff.Initial;
import io.noether.autodiff.Space;
import io.noether.autodiff.Tensor;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GraphPrinterTest {
  private static final Space NODES = Space.stored("nodes");

  /** Three calls deep, so that all source lines lie in this file. */
  private static final class Model {
    private final Graph g = new Graph();

    Tensor energy() {
      return layer();
    }

    private Tensor layer() {
      return dense();
    }

    private Tensor dense() {
      Tensor x = g.input("x", NODES, 3);
      Tensor w = g.parameter("w", Space.POINT, new Initial.Uniform(1), 3, 2);
      g.scalar(7);
      Tensor h = g.contract("k,kn->n", x, w).named("hidden");
      return g.contract("n->", h.minus(h.apply(Function.TANH).times(0.5)).slice(0, 1, 1)).total().named("energy");
    }
  }

  @Test
  void text() {
    Tensor energy = new Model().energy();
    assertEquals("""
        %0    x : nodes × [3]                          = input()
        %1    w : point × [3, 2]                       = parameter()
        %3    gather#3 : nodes × [3, 2]                = gather all(%1)
        %4    hidden : nodes × [2]                     = contract a,ab->b(%0, %3)
        %5    apply#5 : nodes × [2]                    = tanh(%4)
        %7    combine#7 : nodes × [2]                  = combine [1.0, -0.5](%4, %5)
        %8    slice#8 : nodes × [1]                    = slice axis 0 1..2(%7)
        %9    contract#9 : nodes × []                  = contract a->(%8)
        %10   energy : point × []                      = sum all(%9)
        """, GraphPrinter.toText(List.of(energy)).replaceAll("   @ .*", ""));
  }

  @Test
  void textEndsWithTheModelsLines() {
    String text = GraphPrinter.toText(List.of(new Model().energy()));
    text.lines()
        .forEach(line -> assertEquals("", line.replaceAll(".* {3}@ (GraphPrinterTest\\.java:\\d+( < )?){3}", "")));
    List<Integer> lines =
        text.lines().map(line -> Integer.parseInt(line.replaceAll(".*@ \\w+\\.java:(\\d+).*", "$1"))).toList();
    int first = lines.getFirst();
    assertEquals(Stream.of(0, 1, 3, 3, 4, 4, 4, 4, 4).map(k -> first + k).toList(), lines);
  }

  @Test
  void dot() {
    var g = new Graph();
    Tensor x = g.input("x", NODES, 3);
    Tensor y = g.pad(x.reshape(1, 3), 0, 1, 2).plus(g.scalar(2).expand("->ab", 2, 3));
    assertEquals("""
        digraph noether {
          node [shape=box, fontname="monospace"];
          n0 [label="x : nodes × [3]\\ninput"];
          n1 [label="reshape#1 : nodes × [1, 3]\\nreshape"];
          n0 -> n1;
          n2 [label="pad#2 : nodes × [2, 3]\\npad axis 0 at 1 of 2"];
          n1 -> n2;
          n3 [label="constant#3 : point × []\\nconstant 2.0"];
          n4 [label="contract#4 : point × [2, 3]\\ncontract ->ab"];
          n3 -> n4;
          n5 [label="gather#5 : nodes × [2, 3]\\ngather all"];
          n4 -> n5;
          n6 [label="combine#6 : nodes × [2, 3]\\ncombine [1.0, 1.0]"];
          n2 -> n6;
          n5 -> n6;
        }
        """, GraphPrinter.toDot(List.of(y)));
  }

  @Test
  void onlyWhatIsNeededIsPrinted() {
    var g = new Graph();
    Tensor x = g.input("x", NODES);
    Tensor y = x.exp();
    x.sqrt();
    assertEquals(List.of(x, y), Graph.reachable(List.of(y)));
    assertEquals(2, GraphPrinter.toText(List.of(y)).lines().count());
  }
}
