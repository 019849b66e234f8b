package io.noether.core.safetensors;

import io.noether.core.io.AtomicFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Collects metadata and tensors and writes them as one safetensors file. The same content gives the same bytes: tensors
 * and metadata stand in the order in which they were added.
 */
public final class SafetensorsWriter {
  private static final int ALIGNMENT = 8;
  private static final int BUFFER_BYTES = 1 << 16;

  private record Part(ElementType type, List<Long> shape, double[] values, int offset, int count) {}

  private final Map<String, String> metadata = new LinkedHashMap<>();
  private final Map<String, Part> parts = new LinkedHashMap<>();

  /** Adds a metadata entry. */
  public SafetensorsWriter put(String key, String value) {
    metadata.put(key, value);
    return this;
  }

  /** Adds metadata entries. */
  public SafetensorsWriter putAll(Map<String, String> entries) {
    metadata.putAll(entries);
    return this;
  }

  /**
   * Adds a tensor. The values are read when the file is written.
   *
   * @param type F64, F32, I64 or I32; values are rounded to it
   * @param values row-major, starting at {@code offset}
   * @param shape extents
   */
  public SafetensorsWriter add(String name, ElementType type, double[] values, int offset, long... shape) {
    var extents = new ArrayList<Long>();
    long count = 1;
    for (long extent : shape) {
      extents.add(extent);
      count = Math.multiplyExact(count, extent);
    }
    if (count > values.length - offset) {
      throw new IllegalArgumentException(
          "tensor '" + name + "' of shape " + extents + " needs " + count + " values, not " + (values.length - offset));
    }
    if (parts.putIfAbsent(name, new Part(type, extents, values, offset, (int) count)) != null) {
      throw new IllegalArgumentException("there is a tensor '" + name + "' already");
    }
    return this;
  }

  /**
   * Writes the file: aside first, forced to the disk, then renamed, so that a reader sees the old file or the new one
   * and never a part.
   */
  public void write(Path file) {
    AtomicFile.write(file, this::writeTo);
  }

  /** What a file would hold, to be sent or kept elsewhere. */
  public byte[] toBytes() {
    var out = new ByteArrayOutputStream();
    try {
      writeTo(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e); // memory does not fail
    }
    return out.toByteArray();
  }

  /** Writes to a stream what a file would hold, and leaves the stream open. @throws IOException if the stream fails */
  public void writeTo(OutputStream out) throws IOException {
    byte[] header = header();
    var buffer = ByteBuffer.allocate(BUFFER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    buffer.putLong(header.length);
    flush(buffer, out);
    out.write(header);
    for (Part part : parts.values()) {
      for (int k = 0; k < part.count; k++) {
        if (buffer.remaining() < part.type.bytes()) {
          flush(buffer, out);
        }
        part.type.put(part.values[part.offset + k], buffer);
      }
      flush(buffer, out);
    }
  }

  private static void flush(ByteBuffer buffer, OutputStream out) throws IOException {
    out.write(buffer.array(), buffer.arrayOffset(), buffer.position());
    buffer.clear();
  }

  private byte[] header() {
    var entries = new ArrayList<TensorEntry>();
    long begin = 0;
    for (var entry : parts.entrySet()) {
      Part part = entry.getValue();
      long end = begin + (long) part.count * part.type.bytes();
      entries.add(new TensorEntry(entry.getKey(), part.type, part.shape, begin, end));
      begin = end;
    }
    byte[] bytes = HeaderText.of(metadata, entries).getBytes(StandardCharsets.UTF_8);
    byte[] padded = Arrays.copyOf(bytes, Math.ceilDiv(bytes.length, ALIGNMENT) * ALIGNMENT);
    Arrays.fill(padded, bytes.length, padded.length, (byte) ' ');
    return padded;
  }
}
