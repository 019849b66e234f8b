package io.noether.autodiff;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Evaluates a graph node by node in double precision. Every faster way of running a program is tested against it. */
final class Interpreter implements Execution {
  private final List<Tensor> outputs;
  private final Map<Space, Integer> sizes = new HashMap<>(Map.of(Space.POINT, 1));
  private final Map<Index, int[]> indices = new HashMap<>();
  private final Map<Tensor, double[]> bound = new HashMap<>();
  private final Map<Tensor, double[]> values = new HashMap<>();

  Interpreter(List<Tensor> outputs) {
    this.outputs = outputs;
  }

  @Override
  public void resize(Space space, int rows) {
    if (rows < 0 || (space.isPoint() && rows != 1)) {
      throw new IllegalArgumentException(space + " cannot have " + rows + " rows");
    }
    sizes.put(space, rows);
  }

  @Override
  public void bind(Index index, int[] rows) {
    index.check(rows, rows(index.from()), rows(index.to()));
    indices.put(index, rows);
  }

  @Override
  public void bind(Tensor input, double[] given, int offset) {
    int count = rows(input.space()) * input.shape().size();
    if (given.length - offset < count) {
      throw new IllegalArgumentException(input + " takes " + count + " values, not " + (given.length - offset));
    }
    bound.put(input.origin(), Arrays.copyOfRange(given, offset, offset + count));
  }

  @Override
  public void run() {
    values.clear();
    for (Tensor t : Graph.reachable(outputs)) {
      values.put(t, evaluate(t, t.operands().stream().map(values::get).toList()));
    }
  }

  @Override
  public void read(Tensor output, double[] into, int offset) {
    double[] from = values.get(output);
    if (from == null) {
      throw new IllegalStateException(output + " has not been computed");
    }
    System.arraycopy(from, 0, into, offset, from.length);
  }

  private int rows(Space space) {
    Integer rows = sizes.get(space);
    if (rows == null) {
      throw new IllegalStateException("the size of " + space + " is not set");
    }
    return rows;
  }

  private double[] evaluate(Tensor t, List<double[]> x) {
    int rows = rows(t.space());
    int width = t.shape().size();
    double[] y = new double[rows * width];
    switch (t.op()) {
      case Op.Input _, Op.Parameter _ -> {
        double[] given = bound.get(t.origin());
        if (given == null || given.length != y.length) {
          throw new IllegalStateException(t + " is not bound to " + rows + " rows");
        }
        return given;
      }
      case Op.Constant(var numbers) -> Arrays.setAll(y, numbers::get);
      case Op.Apply(var function) -> Arrays.setAll(y, k -> function.apply(x.getFirst()[k]));
      case Op.Contract(var form) -> contract(t, form, rows, x, y);
      case Op.Combine(var coefficients) -> {
        for (int k = 0; k < coefficients.size(); k++) {
          for (int n = 0; n < y.length; n++) {
            y[n] += coefficients.get(k) * x.get(k)[n];
          }
        }
      }
      case Op.Gather(var index) -> {
        for (int r = 0; r < rows; r++) {
          System.arraycopy(x.getFirst(), target(index, r) * width, y, r * width, width);
        }
      }
      case Op.Sum(var index) -> {
        int sources = rows(index.from());
        for (int r = 0; r < sources; r++) {
          for (int k = 0; k < width; k++) {
            y[target(index, r) * width + k] += x.getFirst()[r * width + k];
          }
        }
      }
      case Op.Slice(int axis, int from, int length) -> copyBlocks(t.operands().getFirst().shape(), axis, from, length,
          rows, x.getFirst(), y, true);
      case Op.Pad(int axis, int from, int _) -> copyBlocks(t.shape(), axis, from,
          t.operands().getFirst().shape().dim(axis), rows, y, x.getFirst(), false);
      case Op.Reshape _ -> System.arraycopy(x.getFirst(), 0, y, 0, y.length);
    }
    return y;
  }

  private int target(Index index, int row) {
    if (index.to().isPoint()) {
      return 0;
    }
    int[] rows = indices.get(index);
    if (rows == null || rows.length <= row) {
      throw new IllegalStateException("the index " + index + " is not bound");
    }
    return rows[row];
  }

  /** Copies between a block [from, from + length) of one axis of {@code whole} and all of {@code part}. */
  private static void copyBlocks(Shape wholeShape, int axis, int from, int length, int rows, double[] whole,
      double[] part, boolean toPart) {
    int extent = wholeShape.dim(axis);
    int inner = wholeShape.strides()[axis];
    int blocks = rows * wholeShape.size() / (extent * inner);
    for (int b = 0; b < blocks; b++) {
      int inWhole = (b * extent + from) * inner;
      int inPart = b * length * inner;
      if (toPart) {
        System.arraycopy(whole, inWhole, part, inPart, length * inner);
      } else {
        System.arraycopy(part, inPart, whole, inWhole, length * inner);
      }
    }
  }

  /** Loops over every assignment of values to labels. */
  private static void contract(Tensor t, Form form, int rows, List<double[]> x, double[] y) {
    var loop = LabelLoop.of(t, form);
    int[] at = new int[loop.extents().length];
    do {
      int out = loop.offset(loop.result(), at);
      for (int r = 0; r < rows; r++) {
        double product = form.coefficient();
        for (int k = 0; k < x.size(); k++) {
          product *= x.get(k)[r * t.operands().get(k).shape().size() + loop.offset(loop.operands().get(k), at)];
        }
        y[r * t.shape().size() + out] += product;
      }
    } while (loop.advance(at));
  }
}
