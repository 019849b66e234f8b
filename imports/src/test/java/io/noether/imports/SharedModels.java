package io.noether.imports;

import io.noether.autodiff.Precision;
import io.noether.core.Element;
import io.noether.nn.inference.NeuralPotential;
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

  /** SchNetPack's PaiNN for ethanol, trained on rMD17, in double precision. */
  static NeuralPotential ethanol() {
    return read("schnetpack-painn-ethanol").potential(Precision.FLOAT64);
  }

  /** matgl's TensorNet trained on MatPES at the level of PBE, cut down to silicon, in single precision. */
  static NeuralPotential matPes() {
    return ModelImport.read(path("models/matgl-tensornet-matpes-pbe"),
        new ImportOptions(List.of(Element.Si), Optional.empty(), Optional.empty())).potential(Precision.FLOAT32);
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
