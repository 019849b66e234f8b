package io.noether.core.io;

import io.noether.core.InputException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.Optional;

/**
 * A file that appears whole or not at all: bytes go to a file beside it, which is forced to the disk and takes the
 * target's name on {@link #commit}. Closed without a commit, or killed at any moment, the target stays as it was. A
 * target that is no regular file (a device, a pipe) is written directly.
 */
public final class AtomicFile implements AutoCloseable {
  private final Path target;
  private final Optional<Path> beside;
  private final FileChannel channel;
  private final OutputStream stream;
  private boolean done;

  /**
   * Begins to write a file.
   *
   * @throws InputException naming the file, if it cannot be written
   */
  public AtomicFile(Path path) {
    try {
      this.target = Files.exists(path) ? path.toRealPath() : path;
      if (Files.isDirectory(target)) {
        throw new InputException(path + ": is a directory; give a file name");
      }
      if (Files.exists(target) && !Files.isRegularFile(target)) {
        this.beside = Optional.empty();
        this.channel = FileChannel.open(target, StandardOpenOption.WRITE);
      } else {
        String name = "." + target.getFileName() + "." + ProcessHandle.current().pid() + "-"
            + Long.toHexString(System.nanoTime()) + ".tmp";
        this.beside = Optional.of(target.resolveSibling(name));
        this.channel = FileChannel.open(beside.get(), StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
      }
    } catch (IOException e) {
      throw failure(path, e);
    }
    this.stream = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16) {
      // Keeps the file open: it is yet to be forced to the disk.
      @Override
      public void close() throws IOException {
        flush();
      }
    };
  }

  /** Writes what is to be in the file. */
  @FunctionalInterface
  public interface Content {
    /** Writes all bytes; need not close the stream. */
    void writeTo(OutputStream stream) throws IOException;
  }

  /**
   * Writes a whole file in one step.
   *
   * @throws InputException naming the file, if it cannot be written; it then stays as it was
   */
  public static void write(Path path, Content content) {
    try (var file = new AtomicFile(path)) {
      content.writeTo(file.stream());
      file.commit();
    } catch (IOException e) {
      throw failure(path, e);
    } catch (UncheckedIOException e) {
      throw failure(path, Objects.requireNonNull(e.getCause()));
    }
  }

  /** Where to write the bytes. Buffered; closing it only flushes it. */
  public OutputStream stream() {
    return stream;
  }

  /**
   * Gives the bytes the target's name, once they are on the disk.
   *
   * @throws InputException naming the file, if it cannot be written; it then stays as it was
   */
  public void commit() {
    try {
      stream.flush();
      if (beside.isPresent()) {
        channel.force(true);
        channel.close();
        Files.move(beside.get(), target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        forceDirectory();
      }
      done = true;
    } catch (IOException e) {
      throw failure(target, e);
    }
  }

  /** The new name is in the directory, which is a file too. Where it cannot be opened there is no more to do. */
  private void forceDirectory() {
    var parent = target.toAbsolutePath().getParent();
    try (var directory = FileChannel.open(parent, StandardOpenOption.READ)) {
      directory.force(true);
    } catch (IOException e) {
      return;
    }
  }

  /** Lets go of the file; without a commit, nothing has happened. */
  @Override
  public void close() {
    try {
      channel.close();
      if (!done && beside.isPresent()) {
        Files.deleteIfExists(beside.get());
      }
    } catch (IOException e) {
      throw failure(target, e);
    }
  }

  static InputException failure(Path path, IOException e) {
    return new InputException(path + ": " + switch (e) {
      case NoSuchFileException missing -> "cannot be written: its directory is not there; make it first";
      case AccessDeniedException denied -> "cannot be written: no permission; choose another place";
      default -> "cannot be written (" + e.getMessage() + "); what was there is unchanged";
    }, e);
  }
}
