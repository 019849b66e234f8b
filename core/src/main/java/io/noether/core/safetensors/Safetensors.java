package io.noether.core.safetensors;

import io.noether.core.InputException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;

/**
 * An open safetensors file, or its content in memory: an 8-byte little-endian header length, a JSON header, raw little-endian numbers
 * (<a href="https://huggingface.co/docs/safetensors">format description</a>). Opening reads the header alone; tensors
 * are read when asked for. Nothing is allocated from a number in the file before that number has been checked against
 * the size of the file.
 */
public final class Safetensors implements AutoCloseable {
  private static final int LENGTH_BYTES = 8;
  private static final int BUFFER_BYTES = 1 << 16;

  private final String file;
  private final TensorBytes content;
  private final SafetensorsHeader header;
  private final long dataStart;

  private Safetensors(String file, TensorBytes content, SafetensorsHeader header, long dataStart) {
    this.file = file;
    this.content = content;
    this.header = header;
    this.dataStart = dataStart;
  }

  /**
   * Opens a file and checks its header.
   *
   * @throws InputException naming the file and the field, if the file is missing, truncated or damaged
   */
  public static Safetensors open(Path file) {
    TensorBytes content;
    try {
      content = new TensorBytes.OfFile(FileChannel.open(file, StandardOpenOption.READ));
    } catch (NoSuchFileException e) {
      throw new InputException(file + ": there is no such file", e);
    } catch (IOException e) {
      throw unreadable(file.toString(), e);
    }
    try {
      return open(file.toString(), content);
    } catch (RuntimeException e) {
      closeQuietly(content);
      throw e;
    }
  }

  /**
   * Reads what a file would hold from memory, and checks its header. Nothing needs to be closed.
   *
   * @param bytes not copied; they must not change
   * @param source where they come from, the beginning of messages
   * @throws InputException naming the source and the field, if the bytes are truncated or damaged
   */
  public static Safetensors of(byte[] bytes, String source) {
    return open(source, new TensorBytes.OfMemory(bytes));
  }

  private static Safetensors open(String file, TensorBytes content) {
    try {
      long size = content.size();
      if (size < LENGTH_BYTES + 2) {
        throw new InputException(file + ": " + size + " bytes are too few for a safetensors file; it is truncated");
      }
      long length = content.read(0, LENGTH_BYTES).getLong();
      if (length < 2 || length > size - LENGTH_BYTES) {
        throw new InputException(
            file + ": the header claims " + Long.toUnsignedString(length) + " bytes, but the file has "
                + (size - LENGTH_BYTES) + "; it is truncated or not a safetensors file");
      }
      if (length > SafetensorsHeader.LONGEST) {
        throw new InputException(file + ": the header claims " + length + " bytes; more than "
            + SafetensorsHeader.LONGEST + " are not read");
      }
      long dataStart = LENGTH_BYTES + length;
      var json = new byte[(int) length];
      content.read(LENGTH_BYTES, json.length).get(json);
      return new Safetensors(file, content, SafetensorsHeader.parse(file, json, size - dataStart), dataStart);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private static InputException unreadable(String file, IOException e) {
    return new InputException(file + ": cannot be read: " + e.getMessage(), e);
  }

  /** The free-form entries of the header, in file order. */
  public Map<String, String> metadata() {
    return Collections.unmodifiableMap(header.metadata());
  }

  /** The tensors by name, in the header's order. */
  public Map<String, TensorEntry> tensors() {
    return Collections.unmodifiableMap(header.tensors());
  }

  /** A tensor's entry. @throws InputException naming the file and the tensor, if it is not there */
  public TensorEntry entry(String name) {
    TensorEntry entry = header.tensors().get(name);
    if (entry == null) {
      throw new InputException(file + ": tensor '" + name + "' is missing");
    }
    return entry;
  }

  /**
   * Reads a tensor, any type, as doubles, row-major.
   *
   * @throws InputException naming the file and the tensor, if it is missing, too long for an array, or holds NaN or
   *     infinity
   */
  public double[] read(String name) {
    TensorEntry entry = entry(name);
    if (entry.count() > Integer.MAX_VALUE - 8) {
      throw new InputException(file + ": tensor '" + name + "' has " + entry.count() + " numbers, too many to read");
    }
    double[] values = new double[(int) entry.count()];
    try {
      long position = dataStart + entry.begin();
      int done = 0;
      while (done < values.length) {
        int count = Math.min(values.length - done, BUFFER_BYTES / entry.type().bytes());
        ByteBuffer bytes = content.read(position, count * entry.type().bytes());
        for (int k = 0; k < count; k++) {
          values[done + k] = entry.type().get(bytes);
        }
        done += count;
        position += (long) count * entry.type().bytes();
      }
    } catch (IOException e) {
      throw new InputException(file + ": tensor '" + name + "' cannot be read: " + e.getMessage(), e);
    }
    for (int k = 0; k < values.length; k++) {
      if (!Double.isFinite(values[k])) {
        throw new InputException(
            file + ": tensor '" + name + "' has " + values[k] + " at position " + k + "; the file is unusable");
      }
    }
    return values;
  }

  /**
   * Reads a tensor that must have a given shape.
   *
   * @throws InputException as {@link #read(String)} does, or if the shape is another
   */
  public double[] read(String name, long... shape) {
    TensorEntry entry = entry(name);
    var wanted = Arrays.stream(shape).boxed().toList();
    if (!entry.shape().equals(wanted)) {
      throw new InputException(
          file + ": tensor '" + name + "' has shape " + entry.shape() + ", but the model needs " + wanted);
    }
    return read(name);
  }

  private static void closeQuietly(TensorBytes content) {
    try {
      content.close();
    } catch (IOException _) {
      // it was only read
    }
  }

  @Override
  public void close() {
    closeQuietly(content);
  }
}
