package io.noether.core.io;

import io.noether.core.InputException;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** The lines of a text file, counted so that errors can name them. A name ending in .gz is unpacked on the way. */
final class Lines implements AutoCloseable {
  private final Path path;
  private final BufferedReader reader;
  private int number;

  Lines(Path path) {
    this.path = path;
    try {
      if (Files.isDirectory(path)) {
        throw new InputException(path + ": is a directory; give a file");
      }
      this.reader = open(path);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private static BufferedReader open(Path path) throws IOException {
    InputStream bytes = Files.newInputStream(path);
    try {
      if (path.toString().endsWith(".gz")) {
        bytes = new GZIPInputStream(bytes, 1 << 16);
      }
      return new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8), 1 << 16);
    } catch (IOException e) {
      bytes.close();
      throw e;
    }
  }

  /** The next line without its end, if there is one. */
  Optional<String> next() {
    try {
      String line = reader.readLine();
      if (line == null) {
        return Optional.empty();
      }
      number++;
      return Optional.of(line);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /** The next line, which must be there. */
  String require(String what) {
    return next().orElseThrow(() -> new InputException(
        path + ": ends after line " + number + " where " + what + " should follow; is the file cut off?"));
  }

  private InputException unreadable(IOException e) {
    return new InputException(path + ": " + switch (e) {
      case NoSuchFileException missing -> "no such file; check the name";
      case ZipException broken -> "not a gzip file or a damaged one (" + broken.getMessage() + ")";
      case EOFException cut -> "the gzip data end too early; is the file cut off?";
      case AccessDeniedException denied -> "no permission to read it";
      default -> "cannot be read (" + e.getMessage() + ")";
    }, e);
  }

  /** An error in the line read last. */
  InputException error(String message) {
    return errorAt(number, message);
  }

  InputException errorAt(int line, String message) {
    return new InputException(path + ", line " + line + ": " + message);
  }

  InputException errorAt(int line, InputException cause) {
    return new InputException(path + ", line " + line + ": " + cause.getMessage(), cause);
  }

  /** Number of the line read last, from 1. */
  int number() {
    return number;
  }

  Path path() {
    return path;
  }

  @Override
  public void close() {
    try {
      reader.close();
    } catch (IOException e) {
      throw unreadable(e);
    }
  }
}
