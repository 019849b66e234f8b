package io.noether.core.safetensors;

import java.util.List;

/**
 * Where a tensor lies in a safetensors file.
 *
 * @param name unique in the file
 * @param type what its numbers are
 * @param shape extents, row-major
 * @param begin first byte, counted from the end of the header
 * @param end the byte after the last
 */
public record TensorEntry(String name, ElementType type, List<Long> shape, long begin, long end) {
  /** Copies the shape. */
  public TensorEntry {
    shape = List.copyOf(shape);
  }

  /** How many numbers there are. */
  public long count() {
    return (end - begin) / type.bytes();
  }
}
