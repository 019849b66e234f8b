package io.noether.imports;

import io.noether.autodiff.Precision;
import io.noether.core.Element;
import io.noether.core.Potential;
import io.noether.testkit.PotentialContract;
import io.noether.testkit.PotentialUnderTest;
import io.noether.testkit.Tolerance;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * Imported networks obey every law too: tiny ones in the files of other packages, and those that the packages trained,
 * where their files are at hand.
 */
class ImportedNetworksTest {
  private static final int ONE_ATOM = 1;

  /** PaiNN's norms turn sharply where vectors vanish by symmetry: see {@link PotentialUnderTest#smallestCell}. */
  private static final int TWO_ATOMS = 2;

  @Nested
  class ToyOfSchNetPack extends Imported {
    ToyOfSchNetPack(@TempDir Path folder) {
      super(ToySchNetPack.USUAL.write(folder), Optional.of(EnergyUnit.KCAL_PER_MOL), Precision.FLOAT64, TWO_ATOMS);
    }
  }

  @Nested
  class ToyOfSchNetPackInSinglePrecision extends Imported {
    ToyOfSchNetPackInSinglePrecision(@TempDir Path folder) {
      super(ToySchNetPack.USUAL.write(folder), Optional.of(EnergyUnit.KCAL_PER_MOL), Precision.FLOAT32, TWO_ATOMS);
    }
  }

  @Nested
  class ToyOfMatgl extends Imported {
    ToyOfMatgl(@TempDir Path folder) {
      super(ToyMatgl.write(folder), Optional.empty(), Precision.FLOAT64, ONE_ATOM);
    }
  }

  @Nested
  class ToyOfMatglInSinglePrecision extends Imported {
    ToyOfMatglInSinglePrecision(@TempDir Path folder) {
      super(ToyMatgl.write(folder), Optional.empty(), Precision.FLOAT32, ONE_ATOM);
    }
  }

  @Nested
  class SchNetPack extends Imported {
    SchNetPack() {
      super(shared("schnetpack-painn-ethanol/best_model"), Optional.of(EnergyUnit.KCAL_PER_MOL), Precision.FLOAT64,
          TWO_ATOMS);
    }
  }

  @Nested
  class SchNetPackInSinglePrecision extends Imported {
    SchNetPackInSinglePrecision() {
      super(shared("schnetpack-painn-ethanol/best_model"), Optional.of(EnergyUnit.KCAL_PER_MOL), Precision.FLOAT32,
          TWO_ATOMS);
    }
  }

  @Nested
  class Matgl extends Imported {
    Matgl() {
      super(shared("matgl-tensornet-ani1x"), Optional.empty(), Precision.FLOAT64, ONE_ATOM);
    }
  }

  @Nested
  class MatglInSinglePrecision extends Imported {
    MatglInSinglePrecision() {
      super(shared("matgl-tensornet-matpes-pbe"), Optional.empty(), Precision.FLOAT32, ONE_ATOM);
    }
  }

  /** One instance for all laws: a large network's kernels are made once. */
  @TestInstance(TestInstance.Lifecycle.PER_CLASS)
  abstract static class Imported implements PotentialContract {
    private final Precision precision;
    private final int smallestCell;
    private final Potential potential;

    Imported(Path path, Optional<EnergyUnit> unit, Precision precision, int smallestCell) {
      this.precision = precision;
      this.smallestCell = smallestCell;
      potential =
          ModelImport.read(path, new ImportOptions(List.of(Element.H, Element.O), unit, Optional.empty()))
              .potential(precision);
    }

    static Path shared(String model) {
      Path path = Path.of("..", "..", "shared", "models").resolve(model);
      Assumptions.assumeTrue(Files.exists(path), () -> path + " is not there: it is not put under the laws");
      return path;
    }

    @Override
    public Potential potential() {
      return potential;
    }

    @Override
    public Tolerance tolerance() {
      return precision == Precision.FLOAT64 ? Tolerance.FLOAT64 : Tolerance.FLOAT32;
    }

    @Override
    public int smallestCell() {
      return smallestCell;
    }

    @Override
    public int samples() {
      return 1;
    }
  }
}
