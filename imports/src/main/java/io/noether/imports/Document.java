package io.noether.imports;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import io.noether.core.InputException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * A value of a JSON or YAML file, and the place where it stands, for messages. Single values stay text until somebody
 * asks for a number, so nothing is guessed; what is null counts as left out.
 */
final class Document {
  private static final int DEEPEST = 16;

  private final Place place;
  private final Value value;

  /** Made into text for a message only: a file can have many values at a place with a long name. */
  private record Place(Optional<Place> above, String step) {
    Place inside(String next) {
      return new Place(Optional.of(this), next);
    }

    @Override
    public String toString() {
      return above.map(Place::toString).orElse("") + step;
    }
  }

  private sealed interface Value {}

  private record Fields(Map<String, Document> map) implements Value {}

  private record Items(List<Document> list) implements Value {}

  private record Text(String text) implements Value {}

  private record Nothing() implements Value {}

  private Document(Place place, Value value) {
    this.place = place;
    this.value = value;
  }

  /**
   * Reads all that a parser gives.
   *
   * @param source the file, for messages
   * @throws InputException naming the file and the line, if it is damaged or nested deeper than 16 levels
   */
  static Document read(JsonParser parser, String source) {
    try {
      parser.nextToken();
      var document = read(parser, new Place(Optional.empty(), source), 0);
      if (parser.nextToken() != null) {
        throw new InputException(source + ": has something after its end");
      }
      return document;
    } catch (JsonProcessingException e) {
      String line = e.getLocation() == null ? "" : ", line " + e.getLocation().getLineNr();
      String reason = String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse("");
      throw new InputException(source + line + ": cannot be read: " + reason, e);
    } catch (IOException e) {
      throw new InputException(source + ": cannot be read: " + e.getMessage(), e);
    }
  }

  private static Document read(JsonParser parser, Place place, int depth) throws IOException {
    if (depth > DEEPEST) {
      throw new InputException(place + " is nested deeper than " + DEEPEST + " levels; the file is damaged");
    }
    JsonToken token = parser.currentToken();
    if (token == JsonToken.START_OBJECT) {
      var map = new LinkedHashMap<String, Document>();
      for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
        parser.nextToken();
        map.put(name, read(parser, place.inside((depth == 0 ? ": " : ".") + name), depth + 1));
      }
      return new Document(place, new Fields(map));
    }
    if (token == JsonToken.START_ARRAY) {
      var list = new ArrayList<Document>();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        list.add(read(parser, place.inside("[" + list.size() + "]"), depth + 1));
      }
      return new Document(place, new Items(list));
    }
    if (token == null || token == JsonToken.VALUE_NULL) {
      return new Document(place, new Nothing());
    }
    return new Document(place, new Text(parser.getText()));
  }

  /** A field that may be missing. @throws InputException if this has no fields */
  Optional<Document> find(String field) {
    return Optional.ofNullable(fields().get(field)).filter(d -> !(d.value instanceof Nothing));
  }

  /** A field. @throws InputException if it is missing */
  Document at(String field) {
    return find(field).orElseThrow(() -> bad("has no field '" + field + "'"));
  }

  /** Fields by name, in the file's order. @throws InputException if this is something else */
  Map<String, Document> fields() {
    if (value instanceof Fields(var map)) {
      return map;
    }
    throw bad("must be fields with names");
  }

  /** @throws InputException naming the first field that is not among these */
  void mustKnow(List<String> known) {
    for (String name : fields().keySet()) {
      if (!known.contains(name)) {
        throw bad("has the unknown field '" + name + "'; known are " + String.join(", ", new TreeSet<>(known)));
      }
    }
  }

  /** The members of a list. @throws InputException if this is something else */
  List<Document> items() {
    if (value instanceof Items(var list)) {
      return list;
    }
    throw bad("must be a list");
  }

  boolean isText() {
    return value instanceof Text;
  }

  /** A single value. @throws InputException if this is something else */
  String text() {
    if (value instanceof Text(var text)) {
      return text;
    }
    throw bad("must be a single value");
  }

  /** @throws InputException if this is no number or not finite */
  double number() {
    try {
      double number = Double.parseDouble(text());
      if (Double.isFinite(number)) {
        return number;
      }
    } catch (NumberFormatException _) {
      // said below
    }
    throw bad("must be a number, not '" + text() + "'");
  }

  /** @throws InputException if this is not a whole number from 0 on */
  int natural() {
    try {
      int number = Integer.parseInt(text());
      if (number >= 0) {
        return number;
      }
    } catch (NumberFormatException _) {
      // said below
    }
    throw bad("must be a whole number from 0 on, not '" + text() + "'");
  }

  /** @throws InputException if this is neither true nor false */
  boolean flag() {
    return switch (text()) {
      case "true" -> true;
      case "false" -> false;
      default -> throw bad("must be true or false, not '" + text() + "'");
    };
  }

  /** A problem with this value: one line that says where. */
  InputException bad(String what) {
    return new InputException(place + " " + what);
  }
}
