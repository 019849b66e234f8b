package io.noether.dynamics.md;

import io.noether.core.InputException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A text file that only grows. What a killed process left after a known length is cut off when it is continued. */
final class AppendedFile implements AutoCloseable {
  private final Path path;
  private final FileChannel channel;

  private AppendedFile(Path path, FileChannel channel) {
    this.path = path;
    this.channel = channel;
  }

  /** @throws InputException if there is such a file already, or it cannot be made */
  static AppendedFile create(Path path) {
    try {
      return new AppendedFile(path,
          FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
    } catch (FileAlreadyExistsException e) {
      throw new InputException(path + ": is there already and would be overwritten; go on with it by --resume, or give "
          + "another name", e);
    } catch (NoSuchFileException e) {
      throw new InputException(path + ": cannot be written: its directory is not there; make it first", e);
    } catch (IOException e) {
      throw failure(path, e);
    }
  }

  /**
   * Goes on with a file.
   *
   * @param length what of it to keep, bytes
   * @throws InputException if it is not there or shorter
   */
  static AppendedFile resume(Path path, long length) {
    try {
      var channel = FileChannel.open(path, StandardOpenOption.WRITE);
      if (channel.size() < length) {
        long size = channel.size();
        channel.close();
        throw new InputException(path + ": has " + size + " bytes, but the run to go on with had written " + length
            + "; bring back the file of that run");
      }
      channel.truncate(length).position(length);
      return new AppendedFile(path, channel);
    } catch (NoSuchFileException e) {
      throw new InputException(path + ": is not there, but the run to go on with had written it; bring it back", e);
    } catch (IOException e) {
      throw failure(path, e);
    }
  }

  /** Appends text. A reader sees all of it at once, unless the process is killed at this moment. */
  void append(CharSequence text) {
    var bytes = ByteBuffer.wrap(text.toString().getBytes(StandardCharsets.UTF_8));
    try {
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
    } catch (IOException e) {
      throw failure(path, e);
    }
  }

  /** Waits until all is on the disk. Returns the length, bytes. */
  long force() {
    try {
      channel.force(true);
      return channel.position();
    } catch (IOException e) {
      throw failure(path, e);
    }
  }

  private static InputException failure(Path path, IOException e) {
    return new InputException(path + ": cannot be written (" + e.getMessage() + "); make room or choose another place",
        e);
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw failure(path, e);
    }
  }
}
