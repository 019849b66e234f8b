package io.noether.app.train;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.noether.core.InputException;
import io.noether.nn.training.TrainingConfig;
import io.noether.nn.training.settings.TrainingSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads a configuration from YAML: scalars at the top, and sections of scalars. Values stay text until the
 * configuration gives them a type, so YAML's own guesses (that {@code no} is a boolean, that {@code 1e-3} is not a
 * number) do not matter.
 */
final class ConfigFile {
  private final Path path;
  private final List<Entry> entries = new ArrayList<>();

  private record Entry(String section, String name, String value, int line) {
    String key() {
      return section.isEmpty() ? name : section + "." + name;
    }
  }

  private ConfigFile(Path path) {
    this.path = path;
  }

  /** @throws InputException naming the file, the line and what is wrong there */
  static TrainingConfig read(Path path) {
    var file = new ConfigFile(path);
    var yaml = YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
    try (var parser = yaml.createParser(Files.readString(path))) {
      file.readAll(parser);
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
      String reason = String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse("");
      throw new InputException(path + ", line " + line + ": is not YAML as --print-config prints it: " + reason, e);
    } catch (NoSuchFileException e) {
      throw new InputException(path + ": no such file; check the name", e);
    } catch (IOException e) {
      throw new InputException(path + ": cannot be read: " + e, e);
    }
    return file.config();
  }

  private void readAll(JsonParser parser) throws IOException {
    JsonToken first = parser.nextToken();
    if (first == null) {
      return; // nothing but comments: all defaults
    }
    if (first != JsonToken.START_OBJECT) {
      throw bad(parser, "expected settings as 'name: value'");
    }
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      if (parser.nextToken() == JsonToken.START_OBJECT) {
        readSection(parser, name);
      } else {
        add(parser, "", name);
      }
    }
  }

  private void readSection(JsonParser parser, String section) throws IOException {
    for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
      parser.nextToken();
      add(parser, section, name);
    }
  }

  private void add(JsonParser parser, String section, String name) throws IOException {
    JsonToken token = parser.currentToken();
    if (!token.isScalarValue()) {
      throw bad(parser, "'" + name + "' must have one value");
    }
    String value = token == JsonToken.VALUE_NULL ? "" : parser.getText();
    entries.add(new Entry(section, name, value, parser.currentTokenLocation().getLineNr()));
  }

  private TrainingConfig config() {
    Map<String, String> settings = new LinkedHashMap<>();
    var network = TrainingConfig.DEFAULT;
    for (Entry e : entries) {
      if (e.key().equals("model.architecture")) {
        network = TrainingSettings.standard().with(network, e.key(), e.value());
      }
    }
    var known = KnownSettings.of(network);
    entries.removeIf(e -> e.value().isEmpty() && known.isSection(e.key())); // all of it is commented out
    for (Entry e : entries) {
      known.require(e.key(), path + ", line " + e.line());
      settings.put(e.key(), e.value());
    }
    return TrainingSettings.standard().read(settings, path.toString());
  }

  private InputException bad(JsonParser parser, String what) {
    return new InputException(path + ", line " + parser.currentTokenLocation().getLineNr() + ": " + what);
  }
}
