package io.noether.core.io;

import io.noether.core.InputException;
import io.noether.core.Structure;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/**
 * Writes structures one after the other as extended XYZ; the file appears on {@link #commit}. Labels are named energy,
 * forces and stress; an extra field that has one of these names is written with {@code original_} before it.
 */
public final class ExtendedXyzWriter implements AutoCloseable {
  private final Path path;
  private final AtomicFile file;
  private final BufferedWriter out;

  /**
   * Begins a file, gzipped if its name ends in .gz.
   *
   * @throws InputException naming the file, if it cannot be written
   */
  public ExtendedXyzWriter(Path path) {
    this.path = path;
    this.file = new AtomicFile(path);
    try {
      var bytes = path.toString().endsWith(".gz") ? new GZIPOutputStream(file.stream(), 1 << 16) : file.stream();
      this.out = new BufferedWriter(new OutputStreamWriter(bytes, StandardCharsets.UTF_8), 1 << 16);
    } catch (IOException e) {
      file.close();
      throw AtomicFile.failure(path, e);
    }
  }

  /**
   * Adds a structure.
   *
   * @throws InputException naming the file, if it cannot be written
   */
  public void write(Structure structure) {
    try {
      ExtendedXyzFrame.append(out, structure);
    } catch (IOException e) {
      throw AtomicFile.failure(path, e);
    }
  }

  /**
   * Finishes the file and puts it in its place.
   *
   * @throws InputException naming the file, if it cannot be written; it then stays as it was
   */
  public void commit() {
    try {
      // Writes gzip's end too; the file itself stays open.
      out.close();
    } catch (IOException e) {
      throw AtomicFile.failure(path, e);
    }
    file.commit();
  }

  /** Lets go of the file; without a commit, nothing has happened. */
  @Override
  public void close() {
    file.close();
  }
}
