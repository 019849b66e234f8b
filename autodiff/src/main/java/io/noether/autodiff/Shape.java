package io.noether.autodiff;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The static extents of one row of a tensor, row-major: the last axis is contiguous. A scalar has no axes.
 *
 * @param dims extent of each axis, each at least 1
 */
public record Shape(List<Integer> dims) {
  /** The shape of one number. */
  public static final Shape SCALAR = new Shape(List.of());

  /** Checks the extents. @throws IllegalArgumentException if one is below 1 or the row exceeds 2^31 - 1 numbers */
  public Shape {
    dims = List.copyOf(dims);
    long size = 1;
    for (int d : dims) {
      if (d < 1) {
        throw new IllegalArgumentException("shape " + dims + " has an extent below 1");
      }
      size = Math.multiplyExact(size, d);
    }
    if (size > Integer.MAX_VALUE) {
      throw new IllegalArgumentException("shape " + dims + " has more than 2^31 - 1 numbers");
    }
  }

  /** A shape from its extents. */
  public static Shape of(int... dims) {
    return new Shape(Arrays.stream(dims).boxed().toList());
  }

  /** Number of axes. */
  public int rank() {
    return dims.size();
  }

  /** Extent of one axis. */
  public int dim(int axis) {
    return dims.get(axis);
  }

  /** Numbers in one row. */
  public int size() {
    int size = 1;
    for (int axis = 0; axis < dims.size(); axis++) { // no stream: this is called while programs run
      size *= dims.get(axis);
    }
    return size;
  }

  /** This shape with another extent along one axis. */
  Shape with(int axis, int extent) {
    var changed = new ArrayList<>(dims);
    changed.set(axis, extent);
    return new Shape(changed);
  }

  /** Row-major strides. */
  public int[] strides() {
    int[] strides = new int[rank()];
    for (int axis = rank() - 1, step = 1; axis >= 0; axis--) {
      strides[axis] = step;
      step *= dim(axis);
    }
    return strides;
  }

  @Override
  public String toString() {
    return dims.toString();
  }
}
