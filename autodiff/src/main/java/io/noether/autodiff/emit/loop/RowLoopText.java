package io.noether.autodiff.emit.loop;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A row loop as the Java it stands for, to be read. Arrays are {@code a0, a1, ...}, maps {@code m0, m1, ...}; {@code v7} is
 * a number and {@code w7} one that differs along a sweep; {@code float} stands for the kernel's precision.
 */
final class RowLoopText {
  private static final String VARIABLES = "ijlmnpq";

  private final StringBuilder text = new StringBuilder();
  private final List<String> variables = new ArrayList<>();

  private RowLoopText() {}

  static String of(RowLoop loop) {
    var text = new RowLoopText();
    text.line("void " + loop.name() + "(rows) {");
    text.open("for (row = 0; row < rows; row++) {", "row");
    loop.parts().forEach(text::part);
    text.close();
    return text.text.append("}\n").toString();
  }

  private void part(Part part) {
    switch (part) {
      case Part.Straight(List<Instruction> instructions) -> instructions.forEach(this::instruction);
      case Part.Repeat(int extent, List<Part> parts) -> {
        open(VARIABLES.substring(variables.size() - 1, variables.size()), extent, "++");
        parts.forEach(this::part);
        close();
      }
      case Part.Sweep sweep -> {
        sweep.totals().forEach(total -> line("float " + name(total) + " = 0;"));
        open("k", sweep.extent(), sweep.vectorised() ? " += lanes" : "++");
        sweep.body().forEach(this::instruction);
        close();
      }
    }
  }

  private void open(String variable, int extent, String step) {
    open("for (%s = 0; %1$s < %d; %1$s%s) {".formatted(variable, extent, step), variable);
  }

  private void open(String line, String variable) {
    line(line);
    variables.add(variable);
  }

  private void close() {
    variables.removeLast();
    line("}");
  }

  private void instruction(Instruction instruction) {
    line(switch (instruction) {
      case Instruction.Load(Value to, Address from) -> set(to) + element(from);
      case Instruction.Store(Address to, Value x) -> element(to) + " = " + name(x);
      case Instruction.Constant(Value to, double value) -> set(to) + value;
      case Instruction.Product(Value to, Value a, Value b) -> set(to) + name(a) + " * " + name(b);
      case Instruction.Sum(Value to, Value a, Value b) -> set(to) + name(a) + " + " + name(b);
      case Instruction.ProductSum(Value to, Value a, Value b, Value c) ->
        set(to) + name(a) + " * " + name(b) + " + " + name(c);
      case Instruction.Call(Value to, var function, Value x) ->
        set(to) + function.name().toLowerCase(Locale.ROOT) + "(" + name(x) + ")";
      case Instruction.Accumulate(Value total, Value a, Value b) -> name(total) + " += " + name(a) + " * " + name(b);
    } + ";");
  }

  private static String set(Value to) {
    return "float " + name(to) + " = ";
  }

  private static String name(Value x) {
    return (x.wide() ? "w" : "v") + x.id();
  }

  private String element(Address address) {
    Base base = address.base();
    var terms = new ArrayList<String>();
    if (!base.isShared()) {
      term(terms, base.isMapped() ? "m" + base.map() + "[row]" : "row", base.stride());
    }
    for (int d = 0; d < address.steps().size(); d++) {
      term(terms, variables.get(d + 1), address.steps().get(d));
    }
    if (address.offset() != 0 || terms.isEmpty()) {
      terms.add(Integer.toString(address.offset()));
    }
    return "a" + base.array() + "[" + String.join(" + ", terms) + "]";
  }

  private static void term(List<String> terms, String variable, int step) {
    if (step != 0) {
      terms.add(step == 1 ? variable : variable + "*" + step);
    }
  }

  private void line(String line) {
    text.append("  ".repeat(variables.size() + (text.isEmpty() ? 0 : 1))).append(line).append('\n');
  }
}
