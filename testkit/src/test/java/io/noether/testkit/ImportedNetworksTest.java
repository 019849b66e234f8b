package io.noether.testkit;

import io.noether.autodiff.Precision;
import io.noether.core.Element;
import io.noether.nn.Potential;
import io.noether.nn.imports.EnergyUnit;
import io.noether.nn.imports.ImportOptions;
import io.noether.nn.imports.ModelImport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.CsvSource;

/** Networks that other packages trained obey every law too, in both precisions, where their files are at hand. */
@ParameterizedClass(name = "{0}, {2}")
@CsvSource({"schnetpack-painn-ethanol/best_model, H O, FLOAT64", "schnetpack-painn-ethanol/best_model, H O, FLOAT32",
    "matgl-tensornet-ani1x, H O, FLOAT64", "matgl-tensornet-matpes-pbe, O Si, FLOAT32"})
class ImportedNetworksTest implements PotentialContract {
  private final Precision precision;
  private final Potential potential;

  ImportedNetworksTest(String model, String symbols, Precision precision) {
    this.precision = precision;
    Path path = Path.of("..", "..", "shared", "models").resolve(model);
    Assumptions.assumeTrue(Files.exists(path), () -> path + " is not there: imported networks are not tested");
    List<Element> elements = Stream.of(symbols.split(" ")).map(Element::bySymbol).toList();
    Optional<EnergyUnit> unit =
        model.startsWith("schnetpack") ? Optional.of(EnergyUnit.KCAL_PER_MOL) : Optional.empty();
    potential = ModelImport.read(path, new ImportOptions(elements, unit, Optional.empty())).potential(precision);
  }

  @Override
  public Potential potential() {
    return potential;
  }

  @Override
  public Tolerance tolerance() {
    return Tolerance.of(precision);
  }

  @Override
  public int samples() {
    return 1;
  }
}
