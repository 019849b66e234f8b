package io.noether.app.imports;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.noether.core.InputException;
import io.noether.imports.TensorMapping;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;

/** Reads a mapping from YAML, or from JSON if the file's name ends so. */
final class MappingFile {
  private static final int LARGEST = 1 << 20;

  private MappingFile() {}

  /** @throws InputException naming the file, the place and what is wrong there */
  static TensorMapping read(Path path) {
    boolean json = path.toString().toLowerCase(Locale.ROOT).endsWith(".json");
    JsonFactory factory = json
        ? JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build()
        : YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
    try (var parser = factory.createParser(text(path))) {
      return TensorMapping.read(parser, path.toString());
    } catch (NoSuchFileException e) {
      throw new InputException(path + ": there is no such file", e);
    } catch (IOException e) {
      throw new InputException(path + ": cannot be read: " + e.getMessage(), e);
    }
  }

  private static String text(Path path) throws IOException {
    if (Files.size(path) > LARGEST) {
      throw new InputException(path + ": has %,d bytes; a mapping of more than %,d is not read"
          .formatted(Files.size(path), LARGEST));
    }
    return Files.readString(path);
  }
}
