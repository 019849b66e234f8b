package io.noether.testkit;

import io.noether.core.Periodicity;
import io.noether.core.Structure;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A structure as a Java expression with all its digits, to be pasted into a test. */
final class SourceCode {
  private SourceCode() {}

  static String of(Structure structure) {
    String numbers = Arrays.stream(structure.atomicNumbers()).mapToObj(Integer::toString)
        .collect(Collectors.joining(", ", "new int[] {", "}"));
    String positions = rows(structure.positions());
    if (structure.periodicity().equals(Periodicity.NONE)) {
      return "Structure.of(" + numbers + ", " + positions + ")";
    }
    var p = structure.periodicity();
    String periodicity = IntStream.range(0, 3).mapToObj(k -> Boolean.toString(p.along(k)))
        .collect(Collectors.joining(", ", "new Periodicity(", ")"));
    return "Structure.of(" + numbers + ", " + positions + ",\n    Cell.of(" + rows(structure.cell().vectors()) + ", "
        + periodicity + "))";
  }

  /** Three numbers to a line. */
  private static String rows(double[] values) {
    return IntStream.range(0, values.length / 3)
        .mapToObj(k -> values[3 * k] + ", " + values[3 * k + 1] + ", " + values[3 * k + 2])
        .collect(Collectors.joining(",\n    ", "new double[] {", "}"));
  }
}
