package io.noether.autodiff.inspect;

import io.noether.autodiff.Graph;
import io.noether.autodiff.Op;
import io.noether.autodiff.Tensor;
import java.util.List;
import java.util.stream.Collectors;

/** Writes the part of a graph that some outputs need, for people. */
public final class GraphPrinter {
  private GraphPrinter() {}

  /** One line for each tensor: name, space, shape, operation, operands, source line. */
  public static String toText(List<Tensor> outputs) {
    return Graph.reachable(outputs).stream()
        .map(t -> "%%%-4d %-40s = %s(%s)   @ %s".formatted(t.id(), t, label(t.op()), operands(t), t.source()))
        .collect(Collectors.joining("\n", "", "\n"));
  }

  /** A drawing for Graphviz: {@code dot -Tsvg}. */
  public static String toDot(List<Tensor> outputs) {
    var text = new StringBuilder("digraph noether {\n  node [shape=box, fontname=\"monospace\"];\n");
    for (Tensor t : Graph.reachable(outputs)) {
      text.append("  n%d [label=\"%s\\n%s\"];%n".formatted(t.id(), t, label(t.op())));
      t.operands().forEach(o -> text.append("  n%d -> n%d;%n".formatted(o.id(), t.id())));
    }
    return text.append("}\n").toString();
  }

  /** The operation in a word or two. */
  public static String label(Op op) {
    return switch (op) {
      case Op.Input _ -> "input";
      case Op.Parameter _ -> "parameter";
      case Op.Constant(var values) -> values.size() == 1 ? "constant " + values.getFirst() : "constant";
      case Op.Apply(var function) -> function.name().toLowerCase(java.util.Locale.ROOT);
      case Op.Contract(var form) -> "contract " + form;
      case Op.Combine(var coefficients) -> "combine " + coefficients;
      case Op.Gather(var index) -> "gather " + index;
      case Op.Sum(var index) -> "sum " + index;
      case Op.Slice(int axis, int from, int length) -> "slice axis " + axis + " " + from + ".." + (from + length);
      case Op.Pad(int axis, int from, int total) -> "pad axis " + axis + " at " + from + " of " + total;
      case Op.Reshape _ -> "reshape";
    };
  }

  private static String operands(Tensor t) {
    return t.operands().stream().map(o -> "%" + o.id()).collect(Collectors.joining(", "));
  }
}
