package io.noether.autodiff.plan.lower;

import io.noether.autodiff.Shape;
import io.noether.autodiff.emit.loop.Base;
import java.util.Arrays;

/**
 * Where the numbers of a tensor's rows lie during a pass.
 *
 * @param base where each row begins; its array is the number of a {@link Storage} of the pass
 * @param offset from there to the first number
 * @param strides step along each axis of the shape
 */
public record View(Base base, int offset, int[] strides) {
  /** Rows one after the other. */
  static View ofRows(int storage, Shape shape) {
    return new View(new Base(storage, shape.size(), Base.NO_MAP), 0, shape.strides());
  }

  /** One row that all rows of the pass see. */
  public static View shared(int storage, Shape shape) {
    return new View(new Base(storage, 0, Base.NO_MAP), 0, shape.strides());
  }

  /** Rows found through a map. */
  static View mapped(int storage, Shape shape, int map) {
    return new View(new Base(storage, shape.size(), map), 0, shape.strides());
  }

  /** The number of the storage. */
  public int storage() {
    return base.array();
  }

  View slice(int axis, int from) {
    return new View(base, offset + from * strides[axis], strides);
  }

  View withStrides(int[] other) {
    return new View(base, offset, other);
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
    return "$" + base + "+" + offset + Arrays.toString(strides);
  }
}
