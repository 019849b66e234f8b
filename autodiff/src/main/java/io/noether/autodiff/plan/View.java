package io.noether.autodiff.plan;

import io.noether.autodiff.Shape;
import java.util.Arrays;

/**
 * Where the rows of a tensor lie during a pass.
 *
 * @param storage number of the array within the pass
 * @param offset first number of the first row
 * @param rowStride step from row to row; 0 for a tensor on the point that every row sees
 * @param strides step along each axis of the shape
 */
record View(int storage, int offset, int rowStride, int[] strides) {
  static View dense(int storage, Shape shape, boolean everyRow) {
    return new View(storage, 0, everyRow ? 0 : shape.size(), shape.strides());
  }

  View slice(int axis, int from) {
    return new View(storage, offset + from * strides[axis], rowStride, strides);
  }

  View withStrides(int[] other) {
    return new View(storage, offset, rowStride, other);
  }

  /** Whether a row's numbers lie one after another. */
  boolean isContiguous(Shape shape) {
    int[] dense = shape.strides();
    for (int axis = 0; axis < dense.length; axis++) {
      if (shape.dim(axis) > 1 && strides[axis] != dense[axis]) {
        return false;
      }
    }
    return true;
  }

  @Override
  public String toString() {
    return "$" + storage + (offset == 0 ? "" : "+" + offset) + "[" + rowStride + "; " + Arrays.toString(strides) + "]";
  }
}
