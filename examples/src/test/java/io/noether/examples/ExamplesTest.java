package io.noether.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.noether.autodiff.Precision;
import io.noether.autodiff.Workers;
import io.noether.core.Cell;
import io.noether.core.Element;
import io.noether.core.Potential;
import io.noether.core.Prediction;
import io.noether.core.Structure;
import io.noether.core.io.StructureReader;
import io.noether.nn.EnergyModel;
import io.noether.nn.ModelSpec;
import io.noether.nn.inference.NeuralPotential;
import io.noether.nn.models.PaiNN;
import io.noether.nn.training.errors.Errors;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Runs each example on a small case. */
class ExamplesTest {
  @Test
  void theNetworkSolvesPoissonsEquation() {
    double error = PoissonSquare.relativeError(2000);
    assertTrue(error < 1e-3, () -> "relative error " + error);
    double early = PoissonSquare.relativeError(20);
    assertTrue(early > 1e-2, () -> "nothing was left to learn: " + early);
  }

  /** After these few steps, the errors are well below those of saying that there are no forces at all. */
  @Test
  void aPotentialIsTrainedInCode() {
    var structures = StructureReader.read(Path.of("..", "data", "ethanol-train.extxyz")).subList(0, 40);
    var errors = Errors.of(TrainInCode.train(structures, 10), structures);
    double size = structures.stream().flatMapToDouble(s -> Arrays.stream(s.labels().forces().orElseThrow()))
        .map(Math::abs).average().orElseThrow();
    assertTrue(errors.forces().orElseThrow().mae() < 0.7 * 1000 * size, errors + " of " + size + " eV/Å");
  }

  /** E = ½ k (V - V0)² has the bulk modulus k·V0. */
  @Test
  void theBulkModulusIsThatOfASpring() {
    Potential spring = new VolumeSpring(0.02, 40);
    Structure start = Structure.of(new int[] {14}, new double[3], Cell.box(3.5, 3.5, 3.5));
    Structure relaxed = BulkModulus.relaxed(spring, start);
    assertEquals(40, relaxed.cell().volume(), 0.05);
    assertEquals(0.02 * 40, BulkModulus.of(spring, relaxed), 2e-3);
  }

  @Test
  void aMoleculeHasThreeNumbersForEachAtom() {
    var model = new EnergyModel(new ModelSpec(new PaiNN(), List.of(Element.of(1), Element.of(8)),
        new double[2], 1, 0));
    var potential = new NeuralPotential(model, model.newParameters(1), Precision.FLOAT64, Workers.CALLER);
    Structure water = Structure.of(new int[] {8, 1, 1}, new double[] {0, 0, 0, 0.96, 0, 0, -0.24, 0.93, 0});
    assertEquals(9, Frequencies.of(potential, water).modes().size());
  }

  @Test
  void theProteinMovesAtItsTemperatureAndStaysInShape() {
    double[] places = {0, 0, 0, 1.5, 0, 0, 1.5, 1.5, 0, 0, 1.5, 0, 0, 0, 1.5, 1.5, 0, 1.5};
    Structure small = Structure.of(new int[] {6, 7, 6, 8, 6, 7}, places);
    double radius = ProteinDynamics.radiusOfGyration(small);
    Structure square = Structure.of(new int[] {6, 6, 6, 6}, Arrays.copyOf(places, 12));
    assertEquals(1.5 / Math.sqrt(2), ProteinDynamics.radiusOfGyration(square), 1e-12);
    var seen = new ArrayList<ProteinDynamics.Snapshot>();
    ProteinDynamics.run(new Tether(5, places), small, 4000, 10, seen::add);
    assertEquals(401, seen.size());
    assertEquals(2, seen.getLast().time(), 1e-9);
    double temperature = seen.stream().mapToDouble(ProteinDynamics.Snapshot::temperature).average().orElseThrow();
    assertEquals(350, temperature, 120);
    seen.forEach(s -> assertEquals(radius, s.radius(), 0.4));
    assertTrue(seen.getLast().radius() != radius, "nothing moved");
  }

  /** Springs to where the atoms were. */
  private record Tether(double k, double[] places) implements Potential {
    @Override
    public List<Prediction> predict(List<Structure> structures) {
      var predictions = new ArrayList<Prediction>();
      for (Structure s : structures) {
        double energy = 0;
        double[] forces = s.positions();
        for (int i = 0; i < forces.length; i++) {
          forces[i] = k * (places[i] - forces[i]);
          energy += forces[i] * forces[i] / (2 * k);
        }
        predictions.add(Prediction.of(energy, forces));
      }
      return predictions;
    }

    @Override
    public List<Element> elements() {
      return List.of(Element.of(6), Element.of(7), Element.of(8));
    }
  }

  /** An energy that depends on the volume alone. */
  private record VolumeSpring(double k, double volume) implements Potential {
    @Override
    public List<Prediction> predict(List<Structure> structures) {
      var predictions = new ArrayList<Prediction>();
      for (Structure s : structures) {
        double stretch = s.cell().volume() - volume;
        double pressure = k * stretch; // the stress is dE/dV on the diagonal
        predictions.add(Prediction.of(k * stretch * stretch / 2, new double[3 * s.size()])
            .withStress(new double[] {pressure, 0, 0, 0, pressure, 0, 0, 0, pressure}));
      }
      return predictions;
    }

    @Override
    public List<Element> elements() {
      return List.of(Element.of(14));
    }
  }
}
