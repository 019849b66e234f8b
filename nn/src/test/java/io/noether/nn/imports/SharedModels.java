package io.noether.nn.imports;

import io.noether.core.Element;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/** Models of other packages that lie beside this project where it is developed. */
final class SharedModels {
  private static final Path SHARED = Path.of("..", "..", "shared");

  private SharedModels() {}

  /** Skips the test where the folder is missing. */
  static Path path(String name) {
    Path path = SHARED.resolve(name);
    Assumptions.assumeTrue(Files.exists(path), () -> path + " is not there: nothing is checked against it");
    return path;
  }

  /** @param name of the folder */
  static ImportedModel read(String name) {
    Path folder = path("models/" + name);
    return name.startsWith("schnetpack")
        ? ModelImport.read(folder.resolve("best_model"),
            new ImportOptions(List.of(Element.H, Element.C, Element.O), Optional.of(EnergyUnit.KCAL_PER_MOL),
                Optional.empty()))
        : ModelImport.read(folder, ImportOptions.NONE);
  }
}
