package io.noether.imports.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** Writes zip files as torch.save does, and as it does not. */
public final class TorchZip {
  private final Map<String, byte[]> entries = new LinkedHashMap<>();

  public TorchZip add(String name, byte[] bytes) {
    entries.put(name, bytes);
    return this;
  }

  /** The entries of another one. */
  public static TorchZip of(Path file) {
    var copy = new TorchZip();
    try (var zip = new ZipFile(file.toFile())) {
      for (ZipEntry entry : Collections.list(zip.entries())) {
        copy.add(entry.getName(), zip.getInputStream(entry).readAllBytes());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return copy;
  }

  /** Replaces text in an entry, which must have it. */
  public TorchZip replace(String name, String from, String to) {
    return change(name, bytes -> {
      String text = new String(bytes, StandardCharsets.ISO_8859_1);
      if (!text.contains(from)) {
        throw new IllegalArgumentException(from + " is not in " + name);
      }
      return text.replace(from, to).getBytes(StandardCharsets.ISO_8859_1);
    });
  }

  public TorchZip change(String name, UnaryOperator<byte[]> edit) {
    entries.put(name, edit.apply(entries.get(name)));
    return this;
  }

  public TorchZip remove(String name) {
    entries.remove(name);
    return this;
  }

  public Path write(Path file) {
    return write(file, ZipEntry.STORED);
  }

  public Path write(Path file, int method) {
    try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (var e : entries.entrySet()) {
        var entry = new ZipEntry(e.getKey());
        entry.setMethod(method);
        if (method == ZipEntry.STORED) {
          var sum = new CRC32();
          sum.update(e.getValue());
          entry.setSize(e.getValue().length);
          entry.setCrc(sum.getValue());
        }
        zip.putNextEntry(entry);
        zip.write(e.getValue());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file;
  }
}
