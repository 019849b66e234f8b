package io.noether.imports.files;

import io.noether.core.InputException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** A file of another package. */
public record SourceFile(Path path) {
  /** The most bytes that a file of a model may have. Networks of the kinds that are read have 1 to 50 MB. */
  public static final long LARGEST_MODEL = 256L << 20;

  /**
   * Its size.
   *
   * @param most bytes; the file is refused if it is larger
   * @throws InputException naming the file, if it is missing, no regular file or too large
   */
  public long size(long most) {
    try {
      long size = Files.size(path);
      if (!Files.isRegularFile(path)) {
        throw new InputException(path + ": is not a file");
      }
      if (size > most) {
        throw new InputException(
            path + ": has %,d bytes; a file of this kind has far fewer, and more than %,d are not read"
                .formatted(size, most));
      }
      return size;
    } catch (NoSuchFileException e) {
      throw new InputException(path + ": there is no such file", e);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /**
   * All bytes of the file.
   *
   * @param most the file is refused if it has more bytes
   * @throws InputException as {@link #size} does
   */
  public byte[] bytes(int most) {
    size(most);
    try (var in = Files.newInputStream(path)) {
      return in.readNBytes(most); // a file that grows meanwhile is cut off and found damaged
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private InputException unreadable(IOException e) {
    return new InputException(path + ": cannot be read: " + e.getMessage(), e);
  }
}
