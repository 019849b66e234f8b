package io.noether.core.safetensors;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Headers read and written with Jackson's streaming API: what the reader and writer of this package must agree with. */
final class JacksonHeader {
  private static final JsonFactory FACTORY = JsonFactory.builder()
      .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(3).maxNameLength(1024).build())
      .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private final JsonParser parser;

  private JacksonHeader(JsonParser parser) {
    this.parser = parser;
  }

  /** The names and numbers of a header, whether its tensors fit the file or not; nothing if it is no header. */
  static Optional<SafetensorsHeader> read(String json) {
    try (JsonParser parser = FACTORY.createParser(json)) {
      return Optional.of(new JacksonHeader(parser).header());
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private SafetensorsHeader header() throws IOException {
    Map<String, String> metadata = new LinkedHashMap<>();
    Map<String, TensorEntry> tensors = new LinkedHashMap<>();
    expect(JsonToken.START_OBJECT);
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      if (name.equals("__metadata__")) {
        expect(JsonToken.START_OBJECT);
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
          String key = parser.currentName();
          expect(JsonToken.VALUE_STRING);
          metadata.put(key, parser.getText());
        }
      } else {
        tensors.put(name, tensor(name));
      }
    }
    require(parser.nextToken() == null);
    return new SafetensorsHeader(metadata, tensors);
  }

  private TensorEntry tensor(String name) throws IOException {
    String type = "";
    Optional<List<Long>> shape = Optional.empty();
    List<Long> offsets = List.of();
    expect(JsonToken.START_OBJECT);
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      switch (parser.currentName()) {
        case "dtype" -> {
          expect(JsonToken.VALUE_STRING);
          type = parser.getText();
        }
        case "shape" -> shape = Optional.of(naturals());
        case "data_offsets" -> offsets = naturals();
        default -> require(false);
      }
    }
    require(offsets.size() == 2);
    return new TensorEntry(name, ElementType.valueOf(type), shape.orElseThrow(IllegalArgumentException::new),
        offsets.getFirst(), offsets.getLast());
  }

  private List<Long> naturals() throws IOException {
    expect(JsonToken.START_ARRAY);
    var values = new ArrayList<Long>();
    while (parser.nextToken() == JsonToken.VALUE_NUMBER_INT) {
      require(parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER && parser.getLongValue() >= 0);
      values.add(parser.getLongValue());
    }
    require(parser.currentToken() == JsonToken.END_ARRAY && values.size() <= 16);
    return values;
  }

  private void expect(JsonToken wanted) throws IOException {
    require(parser.nextToken() == wanted);
  }

  private static void require(boolean condition) {
    if (!condition) {
      throw new IllegalArgumentException();
    }
  }

  static byte[] write(Map<String, String> metadata, List<TensorEntry> tensors) {
    var bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = FACTORY.createGenerator(bytes)) {
      json.writeStartObject();
      json.writeObjectFieldStart("__metadata__");
      for (var entry : metadata.entrySet()) {
        json.writeStringField(entry.getKey(), entry.getValue());
      }
      json.writeEndObject();
      for (TensorEntry t : tensors) {
        json.writeObjectFieldStart(t.name());
        json.writeStringField("dtype", t.type().name());
        json.writeFieldName("shape");
        json.writeArray(t.shape().stream().mapToLong(Long::longValue).toArray(), 0, t.shape().size());
        json.writeFieldName("data_offsets");
        json.writeArray(new long[] {t.begin(), t.end()}, 0, 2);
        json.writeEndObject();
      }
      json.writeEndObject();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    return bytes.toByteArray();
  }
}
