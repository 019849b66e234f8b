package io.noether.imports.files;

import io.noether.core.InputException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A zip file as PyTorch writes it: every entry is stored, none is compressed. So no entry is larger than the file, and
 * the entries together are not either; files that unfold into more than they are (zip bombs) are refused unread.
 */
final class StoredZip implements AutoCloseable {
  private static final int MOST_ENTRIES = 20_000;

  private final Path file;
  private final ZipFile zip;
  private final Map<String, ZipEntry> entries = new LinkedHashMap<>();

  private StoredZip(Path file, ZipFile zip) {
    this.file = file;
    this.zip = zip;
  }

  /** Opens a file and checks its list of entries. @throws InputException naming the file and the entry */
  static StoredZip open(Path file) {
    long size = new SourceFile(file).size(SourceFile.LARGEST_MODEL);
    StoredZip opened;
    try {
      opened = new StoredZip(file, new ZipFile(file.toFile()));
    } catch (IOException | IllegalArgumentException e) { // the latter for names that are not text
      throw new InputException(file + ": is not a file of torch.save (a zip, since PyTorch 1.6), or it is damaged: "
          + e.getMessage(), e);
    }
    try {
      opened.check(size);
      return opened;
    } catch (InputException e) {
      opened.close();
      throw e;
    }
  }

  private void check(long fileSize) {
    if (zip.size() > MOST_ENTRIES) {
      throw bad("", "has %,d entries; more than %,d are not read".formatted(zip.size(), MOST_ENTRIES));
    }
    long total = 0;
    for (ZipEntry entry : Collections.list(zip.entries())) {
      String name = entry.getName();
      if (name.startsWith("/") || name.contains("\\") || List.of(name.split("/", -1)).contains("..")) {
        throw bad(name, "lies outside the archive; PyTorch writes no such name");
      }
      if (entry.getMethod() != ZipEntry.STORED || entry.getSize() != entry.getCompressedSize()) {
        throw bad(name, "is compressed; torch.save compresses nothing, so it is not unpacked");
      }
      total += entry.getSize();
      if (entry.getSize() < 0 || total > fileSize) {
        throw bad(name, "is larger than the file or overlaps another; the file is damaged");
      }
      if (entries.putIfAbsent(name, entry) != null) {
        throw bad(name, "is there twice; the file is damaged");
      }
    }
  }

  /** The names of all entries. */
  Set<String> names() {
    return new HashSet<>(entries.keySet());
  }

  /**
   * The bytes of an entry.
   *
   * @throws InputException naming the file and the entry, if it is missing, has more bytes than {@code most}, or its
   *     checksum does not hold
   */
  byte[] read(String name, long most) {
    ZipEntry entry = entries.get(name);
    if (entry == null) {
      throw bad(name, "is missing; the file is damaged");
    }
    if (entry.getSize() > most) {
      throw bad(name, "has %,d bytes; more than %,d are not read".formatted(entry.getSize(), most));
    }
    try (var in = zip.getInputStream(entry)) {
      byte[] bytes = in.readNBytes((int) entry.getSize());
      var sum = new CRC32();
      sum.update(bytes);
      if (bytes.length != entry.getSize() || sum.getValue() != entry.getCrc()) {
        throw bad(name, "is damaged: its checksum is wrong");
      }
      return bytes;
    } catch (IOException e) {
      throw new InputException(file + ": entry '" + name + "' cannot be read: " + e.getMessage(), e);
    }
  }

  private InputException bad(String name, String what) {
    return new InputException(file + ": " + (name.isEmpty() ? "the zip" : "entry '" + name + "'") + " " + what);
  }

  @Override
  public void close() {
    try {
      zip.close();
    } catch (IOException _) {
      // it was only read; the first error is the one to report
    }
  }
}
