package io.noether.core.safetensors;

import io.noether.core.InputException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The header of a safetensors file, checked against the size of the file.
 *
 * @param metadata the free-form entries, in file order
 * @param tensors by name, in file order
 */
record SafetensorsHeader(Map<String, String> metadata, Map<String, TensorEntry> tensors) {
  /** Longest header that is read: 8 MiB are some 80,000 tensors. */
  static final int LONGEST = 8 << 20;
  private static final String METADATA = "__metadata__";

  /**
   * @param json the header's bytes
   * @param dataBytes bytes of the file after the header
   */
  static SafetensorsHeader parse(String file, byte[] json, long dataBytes) {
    var header = new Reader(new HeaderScanner(file, json), dataBytes).read();
    header.checkLayout(file, dataBytes);
    return header;
  }

  /** The format wants the tensors to fill the data without gaps or overlaps. */
  private void checkLayout(String file, long dataBytes) {
    var ordered = new ArrayList<>(tensors.values());
    ordered.sort(Comparator.comparingLong(TensorEntry::begin).thenComparingLong(TensorEntry::end));
    long position = 0;
    for (TensorEntry t : ordered) {
      if (t.begin() != position) {
        throw new InputException(file + ": tensor '" + t.name() + "' starts at byte " + t.begin() + " of the data, but "
            + position + " is the next free one (" + (t.begin() < position ? "overlap" : "gap")
            + "); the file is damaged");
      }
      position = t.end();
    }
    if (position != dataBytes) {
      throw new InputException(
          file + ": the tensors fill " + position + " bytes, but the file has " + dataBytes + "; it is damaged");
    }
  }

  private record Reader(HeaderScanner scanner, long dataBytes) {
    SafetensorsHeader read() {
      Map<String, String> metadata = new LinkedHashMap<>();
      Map<String, TensorEntry> tensors = new LinkedHashMap<>();
      scanner.object("the header", name -> {
        if (name.equals(METADATA)) {
          scanner.object(METADATA, key -> metadata.put(key, scanner.string(METADATA + "." + key)));
        } else {
          tensors.put(name, tensor(name));
        }
      });
      scanner.end();
      return new SafetensorsHeader(metadata, tensors);
    }

    private TensorEntry tensor(String name) {
      String field = "tensor '" + name + "'";
      var parts = new Parts();
      scanner.object(field, part -> {
        switch (part) {
          case "dtype" -> parts.type = Optional.of(scanner.string(field + ", dtype"));
          case "shape" -> parts.shape = Optional.of(scanner.naturals(field + ", shape"));
          case "data_offsets" -> parts.offsets = scanner.naturals(field + ", data_offsets");
          default -> throw scanner.bad(field, "has an unknown field '" + part + "'");
        }
      });
      if (parts.type.isEmpty() || parts.shape.isEmpty() || parts.offsets.size() != 2) {
        throw scanner.bad(field, "needs dtype, shape and two data_offsets");
      }
      String dtype = parts.type.get();
      ElementType type = ElementType.named(dtype)
          .orElseThrow(() -> scanner.bad(field, "has unknown dtype '" + dtype + "'"));
      long begin = parts.offsets.getFirst();
      return checked(new TensorEntry(name, type, parts.shape.get(), begin, parts.offsets.getLast()), field);
    }

    private TensorEntry checked(TensorEntry t, String field) {
      if (t.begin() > t.end() || t.end() > dataBytes) {
        throw scanner.bad(field, "lies at bytes " + t.begin() + " to " + t.end() + ", outside the file's " + dataBytes
            + " bytes of data");
      }
      long bytes = t.type().bytes();
      for (long extent : t.shape()) {
        if (extent != 0 && bytes > Long.MAX_VALUE / extent) {
          throw scanner.bad(field, "has an impossible shape " + t.shape());
        }
        bytes *= extent;
      }
      if (bytes != t.end() - t.begin()) {
        throw scanner.bad(field, "has shape " + t.shape() + " of " + t.type() + ", " + bytes + " bytes, but "
            + (t.end() - t.begin()) + " bytes of data");
      }
      return t;
    }
  }

  /** What is known of a tensor so far. */
  private static final class Parts {
    private Optional<String> type = Optional.empty();
    private Optional<List<Long>> shape = Optional.empty();
    private List<Long> offsets = List.of();
  }
}
