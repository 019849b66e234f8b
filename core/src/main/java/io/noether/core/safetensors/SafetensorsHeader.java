package io.noether.core.safetensors;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.noether.core.InputException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the JSON header of a safetensors file token by token, so that nothing grows beyond the header's own bytes. */
record SafetensorsHeader(Map<String, String> metadata, Map<String, TensorEntry> tensors) {
  /** Longest header that is read: 8 MiB are some 80,000 tensors. */
  static final int LONGEST = 8 << 20;
  private static final int DEEPEST = 3;
  private static final int LONGEST_NAME = 1024;
  private static final int MOST_AXES = 16;
  private static final String METADATA = "__metadata__";

  /**
   * @param json the header's bytes
   * @param dataBytes bytes of the file after the header
   */
  static SafetensorsHeader parse(String file, byte[] json, long dataBytes) {
    var constraints = StreamReadConstraints.builder().maxNestingDepth(DEEPEST).maxNameLength(LONGEST_NAME)
        .maxStringLength(LONGEST).maxNumberLength(20).build();
    var factory = JsonFactory.builder().streamReadConstraints(constraints)
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
    try (JsonParser parser = factory.createParser(json)) {
      var header = new Reader(file, parser, dataBytes).read();
      header.checkLayout(file, dataBytes);
      return header;
    } catch (IOException e) {
      String why = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
      throw new InputException(file + ": the safetensors header is not valid JSON (" + why + "); the file is damaged",
          e);
    }
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

  private record Reader(String file, JsonParser parser, long dataBytes) {
    SafetensorsHeader read() throws IOException {
      Map<String, String> metadata = new LinkedHashMap<>();
      Map<String, TensorEntry> tensors = new LinkedHashMap<>();
      expect(JsonToken.START_OBJECT, "the header");
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        if (name.equals(METADATA)) {
          readMetadata(metadata);
        } else {
          tensors.put(name, readTensor(name));
        }
      }
      while (parser.nextToken() != null) {
        throw bad("the header", "has something after its closing brace");
      }
      return new SafetensorsHeader(metadata, tensors);
    }

    private void readMetadata(Map<String, String> metadata) throws IOException {
      expect(JsonToken.START_OBJECT, METADATA);
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String key = parser.currentName();
        expect(JsonToken.VALUE_STRING, METADATA + "." + key);
        metadata.put(key, parser.getText());
      }
    }

    private TensorEntry readTensor(String name) throws IOException {
      String field = "tensor '" + name + "'";
      String typeName = "";
      List<Long> shape = null;
      List<Long> offsets = List.of();
      expect(JsonToken.START_OBJECT, field);
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        switch (parser.currentName()) {
          case "dtype" -> {
            expect(JsonToken.VALUE_STRING, field + ", dtype");
            typeName = parser.getText();
          }
          case "shape" -> shape = naturals(field + ", shape");
          case "data_offsets" -> offsets = naturals(field + ", data_offsets");
          default -> throw bad(field, "has an unknown field '" + parser.currentName() + "'");
        }
      }
      String named = typeName;
      ElementType type = ElementType.named(named).orElseThrow(() -> bad(field, "has unknown dtype '" + named + "'"));
      if (shape == null || offsets.size() != 2) {
        throw bad(field, "needs dtype, shape and two data_offsets");
      }
      return checked(new TensorEntry(name, type, shape, offsets.getFirst(), offsets.getLast()), field);
    }

    private TensorEntry checked(TensorEntry t, String field) {
      if (t.begin() > t.end() || t.end() > dataBytes) {
        throw bad(field, "lies at bytes " + t.begin() + " to " + t.end() + ", outside the file's " + dataBytes
            + " bytes of data");
      }
      long bytes = t.type().bytes();
      for (long extent : t.shape()) {
        if (extent != 0 && bytes > Long.MAX_VALUE / extent) {
          throw bad(field, "has an impossible shape " + t.shape());
        }
        bytes *= extent;
      }
      if (bytes != t.end() - t.begin()) {
        throw bad(field, "has shape " + t.shape() + " of " + t.type() + ", " + bytes + " bytes, but "
            + (t.end() - t.begin()) + " bytes of data");
      }
      return t;
    }

    private List<Long> naturals(String field) throws IOException {
      expect(JsonToken.START_ARRAY, field);
      var values = new ArrayList<Long>();
      while (parser.nextToken() == JsonToken.VALUE_NUMBER_INT) {
        if (parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER || parser.getLongValue() < 0) {
          throw bad(field, "has the impossible number " + parser.getText());
        }
        if (values.size() == MOST_AXES) {
          throw bad(field, "has more than " + MOST_AXES + " numbers");
        }
        values.add(parser.getLongValue());
      }
      if (parser.currentToken() != JsonToken.END_ARRAY) {
        throw bad(field, "must hold whole numbers only");
      }
      return values;
    }

    private void expect(JsonToken wanted, String field) throws IOException {
      if (parser.nextToken() != wanted) {
        throw bad(field, "is not what a safetensors header has there");
      }
    }

    private InputException bad(String field, String what) {
      return new InputException(file + ": " + field + " " + what + "; the file is damaged or not a safetensors file");
    }
  }
}
