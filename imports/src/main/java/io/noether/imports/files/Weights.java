package io.noether.imports.files;

import io.noether.core.InputException;
import io.noether.core.safetensors.ElementType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A tensor of another package, and the ways to lay it out as parameters are here. PyTorch's matrices are [out, in], those
 * here [in, out].
 *
 * @param where file and name, for messages
 * @param type what the numbers are in the file; doubles hold each of them exactly
 * @param shape extents
 * @param values row-major
 */
public record Weights(String where, ElementType type, List<Long> shape, double[] values) {
  /** Copies the shape. */
  public Weights {
    shape = List.copyOf(shape);
  }

  /**
   * A tensor whose numbers are checked.
   *
   * @throws InputException if a number is not finite
   */
  public static Weights checked(String where, ElementType type, List<Long> shape, double[] values) {
    for (double value : values) {
      if (!Double.isFinite(value)) {
        throw new InputException(where + " has " + value + " among its numbers; the file is unusable");
      }
    }
    return new Weights(where, type, shape, values);
  }

  /** The extent of an axis. @throws InputException if there is no such axis */
  public int extent(int axis) {
    if (axis >= shape.size()) {
      throw bad("has shape " + shape + ", but " + (axis + 1) + " axes are needed");
    }
    return Math.toIntExact(shape.get(axis));
  }

  /** Checks the shape, and returns this tensor. @throws InputException if the shape is another */
  public Weights mustHave(long... wanted) {
    var expected = Arrays.stream(wanted).boxed().toList();
    if (!shape.equals(expected)) {
      throw bad("has shape " + shape + ", but " + expected + " is needed");
    }
    return this;
  }

  /** The only number of the tensor. @throws InputException if it has more, or none */
  public double single() {
    if (values.length != 1) {
      throw bad("has " + values.length + " numbers where one must be");
    }
    return values[0];
  }

  /**
   * Some rows of the tensor, or numbers of a vector, in the given order.
   *
   * @throws InputException if there is no such row, or if more rows are asked for than there are
   */
  public Weights rows(int... indices) {
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

  /**
   * The rows of the tensor, or numbers of a vector, from {@code begin} to {@code end - 1}.
   *
   * @throws InputException if there are no such rows
   */
  public Weights slice(int begin, int end) {
    if (begin < 0 || end < begin || end > extent(0)) {
      throw bad("has " + extent(0) + " rows; there are no rows " + begin + " to " + (end - 1) + " (the first is 0)");
    }
    return rows(IntStream.range(begin, end).toArray());
  }

  /** The matrix with rows and columns exchanged. @throws InputException if this is no matrix */
  public Weights transposed() {
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

  /**
   * The rows of this tensor, then those of another one.
   *
   * @throws InputException if rows of the two have different shapes
   */
  public Weights above(Weights other) {
    if (!shape.subList(1, shape.size()).equals(other.shape.subList(1, other.shape.size()))) {
      throw bad("has shape " + shape + ", which does not go with " + other.where + " of shape " + other.shape);
    }
    double[] both = Arrays.copyOf(values, values.length + other.values.length);
    System.arraycopy(other.values, 0, both, values.length, other.values.length);
    var newShape = new ArrayList<>(shape);
    newShape.set(0, shape.getFirst() + other.shape.getFirst());
    return new Weights(where, type, newShape, both);
  }

  /**
   * The tensor with its rows in another order. Here {@code parts} rows of a channel follow each other, channel by channel;
   * in the result all channels of a part follow each other, part by part.
   */
  public Weights partsFirst(int parts) {
    int channels = extent(0) / parts;
    int[] order = new int[channels * parts];
    for (int k = 0; k < order.length; k++) {
      order[k] = k % channels * parts + k / channels;
    }
    return rows(order);
  }

  /**
   * An error that names the file and the tensor.
   *
   * @param what the rest of the sentence
   */
  public InputException bad(String what) {
    return new InputException(where + " " + what);
  }
}
