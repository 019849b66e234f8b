package io.noether.core.safetensors;

import io.noether.core.InputException;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.Map;

/**
 * An open safetensors file: an 8-byte little-endian header length, a JSON header, raw little-endian numbers
 * (<a href="https://huggingface.co/docs/safetensors">format description</a>). Opening reads the header alone; tensors
 * are read when asked for. Nothing is allocated from a number in the file before that number has been checked against
 * the size of the file.
 */
public final class Safetensors implements AutoCloseable {
  private static final int LENGTH_BYTES = 8;
  private static final int BUFFER_BYTES = 1 << 16;

  private final Path file;
  private final FileChannel channel;
  private final SafetensorsHeader header;
  private final long dataStart;

  private Safetensors(Path file, FileChannel channel, SafetensorsHeader header, long dataStart) {
    this.file = file;
    this.channel = channel;
    this.header = header;
    this.dataStart = dataStart;
  }

  /**
   * Opens a file and checks its header.
   *
   * @throws InputException naming the file and the field, if the file is missing, truncated or damaged
   */
  public static Safetensors open(Path file) {
    FileChannel channel = null;
    try {
      channel = FileChannel.open(file, StandardOpenOption.READ);
      var opened = open(file, channel);
      channel = null; // now the result's to close
      return opened;
    } catch (NoSuchFileException e) {
      throw new InputException(file + ": there is no such file", e);
    } catch (IOException e) {
      throw new InputException(file + ": cannot be read: " + e.getMessage(), e);
    } finally {
      closeQuietly(channel);
    }
  }

  private static Safetensors open(Path file, FileChannel channel) throws IOException {
    long size = channel.size();
    if (size < LENGTH_BYTES + 2) {
      throw new InputException(file + ": " + size + " bytes are too few for a safetensors file; it is truncated");
    }
    long length = read(channel, 0, LENGTH_BYTES).getLong();
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
    byte[] json = read(channel, LENGTH_BYTES, (int) length).array();
    return new Safetensors(file, channel, SafetensorsHeader.parse(file.toString(), json, size - dataStart), dataStart);
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
        ByteBuffer bytes = read(channel, position, count * entry.type().bytes());
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

  /** The same, and the tensor must have this shape. */
  public double[] read(String name, long... shape) {
    TensorEntry entry = entry(name);
    var wanted = java.util.Arrays.stream(shape).boxed().toList();
    if (!entry.shape().equals(wanted)) {
      throw new InputException(
          file + ": tensor '" + name + "' has shape " + entry.shape() + ", but the model needs " + wanted);
    }
    return read(name);
  }

  private static ByteBuffer read(FileChannel channel, long position, int count) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
    while (buffer.hasRemaining()) {
      if (channel.read(buffer, position + buffer.position()) < 0) {
        throw new EOFException("the file ends early");
      }
    }
    return buffer.flip();
  }

  private static void closeQuietly(@org.jspecify.annotations.Nullable FileChannel channel) {
    if (channel != null) {
      try {
        channel.close();
      } catch (IOException _) {
        // it was only read; the first error is the one to report
      }
    }
  }

  @Override
  public void close() {
    closeQuietly(channel);
  }

}
