package io.noether.nn.inference;

import static io.noether.nn.AtomicGraph.RECEIVER;
import static io.noether.nn.AtomicGraph.SENDER;
import static io.noether.nn.AtomicGraph.STRUCTURE_OF;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.noether.autodiff.Precision;
import io.noether.autodiff.Team;
import io.noether.core.Cell;
import io.noether.core.Periodicity;
import io.noether.core.Prediction;
import io.noether.core.Structure;
import io.noether.nn.Architecture;
import io.noether.nn.AtomicGraph;
import io.noether.nn.layers.CutoffFunction;
import io.noether.nn.layers.Features;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** A structure computed in regions gives what it gives undivided. */
class RegionsTest {
  private static final Tuning WHOLE = Tuning.DEFAULT.withLargeAtoms(0);
  /** Smaller than any region, so that each is about one atom. */
  private static final Tuning ATOM_BY_ATOM = WHOLE.withRegionBytes(1);
  /** Some dozens of atoms of these networks. */
  private static final Tuning A_FEW = WHOLE.withRegionBytes(40_000);

  private static final Structure ROD = Bodies.cluster(1, 14, 1, 2);
  private static final Structure CRYSTAL = Bodies.crystal(2, 12, 1, 2);
  private static final Structure TINY = Bodies.crystal(3, 1, 1, 2);
  /** Periodic along one direction only, and with an atom that has no neighbours. */
  private static final Structure WIRE = Structure.of(new int[] {6, 1, 1, 6}, new double[] {0, 0, 0, 1.1, 0.3, 0, 2.2, 0,
      0.2, 1, 9, 0}, Cell.of(new double[] {2.9, 0, 0, 0, 0, 0, 0, 0, 0}, new Periodicity(true, false, false)));

  @Test
  void itEqualsTheWhole() {
    for (Architecture architecture : Networks.ALL) {
      NeuralPotential whole = Networks.potential(architecture, Precision.FLOAT64, WHOLE);
      for (Tuning tuning : List.of(ATOM_BY_ATOM, A_FEW)) {
        NeuralPotential divided = Networks.potential(architecture, Precision.FLOAT64, tuning);
        for (Structure structure : List.of(ROD, CRYSTAL, TINY, WIRE)) {
          Predictions.assertClose(whole.predict(structure), divided.predict(structure), 1e-10);
        }
      }
    }
  }

  @Test
  void itEqualsTheWholeWithTablesToo() {
    for (Architecture architecture : Networks.ALL) {
      Prediction whole =
          Networks.potential(architecture, Precision.FLOAT32, WHOLE.withTableEdges(0)).predict(CRYSTAL);
      Prediction divided =
          Networks.potential(architecture, Precision.FLOAT32, A_FEW.withTableEdges(0)).predict(CRYSTAL);
      Predictions.assertClose(whole, divided, 1e-5);
      assertTrue(Predictions.differ(whole, divided), "other sums are rounded otherwise, unless nothing was divided");
    }
  }

  @Test
  void soDoNetworksThatSumIntoSendersOrOverTheWholeStructureOrAgainAtTheReceiver() {
    for (Architecture architecture : List.of(unusual(RegionsTest::sumsIntoSenders),
        unusual(RegionsTest::sumsOverTheStructure),
        unusual(RegionsTest::sumsAgainAtTheReceiver))) {
      NeuralPotential whole = Networks.potential(architecture, Precision.FLOAT64, WHOLE);
      NeuralPotential divided = Networks.potential(architecture, Precision.FLOAT64, ATOM_BY_ATOM);
      Predictions.assertClose(whole.predict(ROD), divided.predict(ROD), 1e-10);
    }
  }

  @Test
  void oneShortEdgeAnywhereMakesAllOfItExact() {
    double[] positions = CRYSTAL.positions();
    positions[0] = positions[3] + 0.3;
    positions[1] = positions[4] + 0.2;
    positions[2] = positions[5];
    Structure broken = CRYSTAL.withPositions(positions);
    Prediction exact =
        Networks.potential(Networks.PAINN, Precision.FLOAT32, A_FEW.withTableEdges(Integer.MAX_VALUE)).predict(broken);
    Prediction asked = Networks.potential(Networks.PAINN, Precision.FLOAT32, A_FEW.withTableEdges(0)).predict(broken);
    Predictions.assertSame(exact, asked);
  }

  @Test
  void anyNumberOfThreadsGivesTheSameBits() {
    try (var team = new Team(3)) {
      for (Structure structure : List.of(ROD, CRYSTAL)) {
        Tuning tuning = A_FEW.withTableEdges(0);
        Predictions.assertSame(Networks.potential(Networks.PAINN, Precision.FLOAT32, tuning).predict(structure),
            Networks.potential(Networks.PAINN, Precision.FLOAT32, tuning, team).predict(structure));
      }
    }
  }

  private static Features sumsIntoSenders(Features weight) {
    Features once = weight.sum(SENDER).silu();
    return once.gather(RECEIVER).times(weight).sum(SENDER);
  }

  private static Features sumsOverTheStructure(Features weight) {
    Features once = weight.sum(SENDER).silu();
    return sumsIntoSenders(weight).times(once.sum(STRUCTURE_OF).gather(STRUCTURE_OF)).times(0.01);
  }

  /** Strictly local, whatever the number of layers. */
  private static Features sumsAgainAtTheReceiver(Features weight) {
    Features once = weight.sum(RECEIVER).silu();
    return once.gather(RECEIVER).times(weight).silu().sum(RECEIVER);
  }

  /** @param energies of atoms, from the cutoff function at each edge */
  private static Architecture unusual(UnaryOperator<Features> energies) {
    return new Architecture() {
      @Override
      public String name() {
        return "unusual";
      }

      @Override
      public double cutoff() {
        return 2.5;
      }

      @Override
      public Map<String, String> hyperParameters() {
        return Map.of();
      }

      @Override
      public Features atomicEnergies(AtomicGraph batch) {
        Features weight = new CutoffFunction.Polynomial(3).at(batch.edgeVectors().norm(0), cutoff());
        return energies.apply(weight);
      }
    };
  }
}
