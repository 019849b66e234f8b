package io.noether.core.safetensors;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;

/** Bytes that can be read from any position on: a file or memory. */
sealed interface TensorBytes extends Closeable {
  long size() throws IOException;

  /** The next bytes from a position on, little-endian. @throws EOFException if there are not so many */
  ByteBuffer read(long position, int count) throws IOException;

  record OfFile(FileChannel channel) implements TensorBytes {
    @Override
    public long size() throws IOException {
      return channel.size();
    }

    @Override
    public ByteBuffer read(long position, int count) throws IOException {
      ByteBuffer buffer = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
      while (buffer.hasRemaining()) {
        if (channel.read(buffer, position + buffer.position()) < 0) {
          throw new EOFException("the file ends early");
        }
      }
      return buffer.flip();
    }

    @Override
    public void close() throws IOException {
      channel.close();
    }
  }

  record OfMemory(byte[] bytes) implements TensorBytes {
    @Override
    public long size() {
      return bytes.length;
    }

    @Override
    public ByteBuffer read(long position, int count) throws IOException {
      if (position > bytes.length - count) {
        throw new EOFException("the bytes end early");
      }
      return ByteBuffer.wrap(bytes, (int) position, count).slice().order(ByteOrder.LITTLE_ENDIAN);
    }

    @Override
    public void close() {}
  }
}
