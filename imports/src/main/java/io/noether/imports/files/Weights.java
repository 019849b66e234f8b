package io.noether.imports;

import io.noether.core.InputException;
import io.noether.core.safetensors.ElementType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A tensor of another package, and the ways to lay it out as ours are. PyTorch's matrices are [out, in], ours [in, out].
 *
 * @param where file and name, for messages
 * @param type what the numbers are in the file; doubles hold each of them exactly
 * @param shape extents
 * @param values row-major
 */
record Weights(String where, ElementType type, List<Long> shape, double[] values) {
  Weights {
    shape = List.copyOf(shape);
  }

  /** @throws InputException if a number is not finite */
  static Weights checked(String where, ElementType type, List<Long> shape, double[] values) {
    for (double value : values) {
      if (!Double.isFinite(value)) {
        throw new InputException(where + " has " + value + " among its numbers; the file is unusable");
      }
    }
    return new Weights(where, type, shape, values);
  }

  /** Extent of an axis. @throws InputException if there is no such axis */
  int extent(int axis) {
    if (axis >= shape.size()) {
      throw bad("has shape " + shape + ", but " + (axis + 1) + " axes are needed");
    }
    return Math.toIntExact(shape.get(axis));
  }

  /** Whether it has this shape. @throws InputException if not */
  Weights mustHave(long... wanted) {
    var expected = Arrays.stream(wanted).boxed().toList();
    if (!shape.equals(expected)) {
      throw bad("has shape " + shape + ", but " + expected + " is needed");
    }
    return this;
  }

  /** Its only number. @throws InputException if there are more */
  double single() {
    if (values.length != 1) {
      throw bad("has " + values.length + " numbers where one must be");
    }
    return values[0];
  }

  /** Rows, or numbers of a vector, in the given order. */
  Weights rows(int... indices) {
    if (indices.length > extent(0)) {
      throw bad("has " + extent(0) + " rows, but is asked for " + indices.length);
    }
    int width = values.length / Math.max(1, extent(0));
    double[] chosen = new double[indices.length * width];
    for (int k = 0; k < indices.length; k++) {
      if (indices[k] < 0 || indices[k] >= extent(0)) {
        throw bad("has " + extent(0) + " rows; there is no row " + indices[k] + " (the first is 0)");
      }
      System.arraycopy(values, indices[k] * width, chosen, k * width, width);
    }
    var newShape = new ArrayList<>(shape);
    newShape.set(0, (long) indices.length);
    return new Weights(where, type, newShape, chosen);
  }

  /** Rows, or numbers of a vector, {@code begin} to {@code end - 1}. */
  Weights slice(int begin, int end) {
    if (begin < 0 || end < begin || end > extent(0)) {
      throw bad("has " + extent(0) + " rows; there are no rows " + begin + " to " + (end - 1) + " (the first is 0)");
    }
    return rows(IntStream.range(begin, end).toArray());
  }

  /** A matrix with rows and columns exchanged. */
  Weights transposed() {
    int rows = extent(0);
    int columns = extent(1);
    mustHave(rows, columns);
    double[] turned = new double[values.length];
    for (int r = 0; r < rows; r++) {
      for (int c = 0; c < columns; c++) {
        turned[c * rows + r] = values[r * columns + c];
      }
    }
    return new Weights(where, type, List.of((long) columns, (long) rows), turned);
  }

  /** These rows, then those of another with rows of the same shape. */
  Weights above(Weights other) {
    if (!shape.subList(1, shape.size()).equals(other.shape.subList(1, other.shape.size()))) {
      throw bad("has shape " + shape + ", which does not go with " + other.where + " of shape " + other.shape);
    }
    double[] both = Arrays.copyOf(values, values.length + other.values.length);
    System.arraycopy(other.values, 0, both, values.length, other.values.length);
    var newShape = new ArrayList<>(shape);
    newShape.set(0, shape.getFirst() + other.shape.getFirst());
    return new Weights(where, type, newShape, both);
  }

  /** Rows that run over channels and then over {@code parts} of each, as rows over parts and then over channels. */
  Weights partsFirst(int parts) {
    int channels = extent(0) / parts;
    int[] order = new int[channels * parts];
    for (int k = 0; k < order.length; k++) {
      order[k] = k % channels * parts + k / channels;
    }
    return rows(order);
  }

  InputException bad(String what) {
    return new InputException(where + " " + what);
  }
}
