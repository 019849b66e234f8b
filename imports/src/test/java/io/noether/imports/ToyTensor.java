package io.noether.imports;

import io.noether.core.safetensors.ElementType;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * A tensor to be written into a file of another package.
 *
 * @param type how its numbers are stored
 * @param shape extents
 * @param values row-major; each can be stored without rounding
 * @param byColumns whether a matrix is stored column by column, as a transposed view of another one
 */
record ToyTensor(ElementType type, List<Integer> shape, double[] values, boolean byColumns) {
  /** Numbers in single precision, the nearest to those given. */
  static ToyTensor single(double[] values, Integer... shape) {
    double[] rounded = IntStream.range(0, values.length).mapToDouble(k -> (float) values[k]).toArray();
    return new ToyTensor(ElementType.F32, List.of(shape), rounded, false);
  }

  /** Normally distributed numbers of the given width. */
  static ToyTensor random(RandomGenerator random, double width, Integer... shape) {
    int count = List.of(shape).stream().reduce(1, (a, b) -> a * b);
    return single(random.doubles(count).map(_ -> width * random.nextGaussian()).toArray(), shape);
  }

  ToyTensor storedByColumns() {
    return new ToyTensor(type, shape, values, true);
  }

  /** The numbers in the order in which they are stored. */
  double[] stored() {
    if (!byColumns) {
      return values;
    }
    int rows = shape.get(0);
    int columns = shape.get(1);
    return IntStream.range(0, values.length).mapToDouble(k -> values[k % rows * columns + k / rows]).toArray();
  }

  /** How far apart neighbours along each axis are stored. */
  List<Integer> strides() {
    if (byColumns) {
      return List.of(1, shape.getFirst());
    }
    Integer[] strides = new Integer[shape.size()];
    int stride = 1;
    for (int axis = strides.length - 1; axis >= 0; axis--) {
      strides[axis] = stride;
      stride *= shape.get(axis);
    }
    return List.of(strides);
  }
}
