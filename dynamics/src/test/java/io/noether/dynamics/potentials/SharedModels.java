package io.noether.dynamics.potentials;

import io.noether.autodiff.Precision;
import io.noether.core.Element;
import io.noether.nn.NeuralPotential;
import io.noether.nn.imports.EnergyUnit;
import io.noether.nn.imports.ImportOptions;
import io.noether.nn.imports.ModelImport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/** Potentials that other packages trained, where their files are at hand. */
public final class SharedModels {
  private static final Path FOLDER = Path.of("..", "..", "shared", "models");

  private SharedModels() {}

  /** SchNetPack's PaiNN for ethanol, trained on rMD17. */
  public static NeuralPotential ethanol() {
    return read("schnetpack-painn-ethanol/best_model", List.of(Element.H, Element.C, Element.O),
        Optional.of(EnergyUnit.KCAL_PER_MOL), Precision.FLOAT64);
  }

  /** matgl's TensorNet for all elements, trained on MatPES at the level of PBE. */
  public static NeuralPotential matPes() {
    return read("matgl-tensornet-matpes-pbe", List.of(Element.Si), Optional.empty(), Precision.FLOAT32);
  }

  private static NeuralPotential read(String name, List<Element> elements, Optional<EnergyUnit> unit,
      Precision precision) {
    Path path = FOLDER.resolve(name);
    Assumptions.assumeTrue(Files.exists(path), () -> path + " is not there: calculations with it are not tested");
    return ModelImport.read(path, new ImportOptions(elements, unit, Optional.empty())).potential(precision);
  }
}
