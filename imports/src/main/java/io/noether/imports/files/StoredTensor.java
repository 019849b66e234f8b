package io.noether.imports.files;

import io.noether.core.safetensors.ElementType;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * A tensor of a PyTorch file: a view of stored numbers.
 *
 * @param numbers what it is a view of
 * @param offset place of its first number
 * @param shape extents
 * @param strides from one number to the next along each axis
 */
public record StoredTensor(StoredNumbers numbers, long offset, List<Long> shape, List<Long> strides) {
  private static final int MOST_AXES = 8;

  /** Checks that it lies within its numbers. @throws IllegalArgumentException saying what does not fit */
  public StoredTensor {
    shape = List.copyOf(shape);
    strides = List.copyOf(strides);
    if (shape.size() > MOST_AXES || strides.size() != shape.size()) {
      throw new IllegalArgumentException("has %d extents and %d strides".formatted(shape.size(), strides.size()));
    }
    try {
      long count = 1;
      long last = offset;
      for (int axis = 0; axis < shape.size(); axis++) {
        if (shape.get(axis) < 0 || strides.get(axis) < 0) {
          throw new IllegalArgumentException("has a negative extent or stride");
        }
        count = Math.multiplyExact(count, shape.get(axis));
        last = Math.addExact(last, Math.multiplyExact(Math.max(shape.get(axis) - 1, 0), strides.get(axis)));
      }
      if (offset < 0 || count > numbers.count() || count > 0 && last >= numbers.count()) {
        throw new IllegalArgumentException("reaches beyond its storage of " + numbers.count() + " numbers");
      }
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException("has impossible extents or strides", e);
    }
  }

  /**
   * Its numbers, row-major.
   *
   * @param stored the bytes of all of {@link #numbers}, little-endian
   */
  double[] values(ByteBuffer stored) {
    ElementType type = numbers.type();
    double[] values = new double[(int) shape.stream().mapToLong(Long::longValue).reduce(1, (a, b) -> a * b)];
    for (int k = 0; k < values.length; k++) {
      long rest = k;
      long place = offset;
      for (int axis = shape.size() - 1; axis >= 0; axis--) {
        place += rest % shape.get(axis) * strides.get(axis);
        rest /= shape.get(axis);
      }
      values[k] = type.get(stored.position((int) (place * type.bytes())));
    }
    return values;
  }
}
