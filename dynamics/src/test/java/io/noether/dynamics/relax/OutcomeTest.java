package io.noether.dynamics.relax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.noether.core.InputException;
import io.noether.core.Structure;
import io.noether.dynamics.potentials.PlainPotential;
import io.noether.dynamics.potentials.Silicon;
import io.noether.dynamics.potentials.StillingerWeber;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Relaxations that cannot succeed end, and say why. */
class OutcomeTest {
  private static final Structure ATOM = Structure.of(new int[] {6}, new double[] {1, 0.5, 0.2});

  @ParameterizedTest
  @EnumSource
  void anEnergyWithoutAFloorIsAnExplosion(Algorithm algorithm) {
    var falling = new PlainPotential(x -> -Arrays.stream(x).map(v -> v * v * v * v).sum(),
        x -> Arrays.stream(x).map(v -> -4 * v * v * v).toArray());
    var relaxed = Relaxation.DEFAULT.withAlgorithm(algorithm).run(falling, ATOM, RelaxationListener.SILENT);
    assertEquals(Outcome.EXPLODED, relaxed.outcome());
    assertTrue(relaxed.last().maxForce() > 1000);
  }

  @Test
  void whereThereIsNoEnergyNoStepLeads() {
    var edge = new PlainPotential(x -> x[0] < 0.9 ? Double.NaN : (x[0] - 0.8) * (x[0] - 0.8),
        x -> new double[] {2 * (x[0] - 0.8), 0, 0});
    var relaxed = Relaxation.DEFAULT.run(edge, ATOM, RelaxationListener.SILENT);
    assertEquals(Outcome.STALLED, relaxed.outcome());
    assertEquals(0.9, relaxed.last().structure().x(0), 0.01);
  }

  @Test
  void forcesThatAreNotTheDerivativeOfTheEnergyStall() {
    var wrong = new PlainPotential(x -> Arrays.stream(x).sum(), _ -> new double[] {-1, -1, -1});
    assertEquals(Outcome.STALLED, Relaxation.DEFAULT.run(wrong, ATOM, RelaxationListener.SILENT).outcome());
  }

  @Test
  void stepsAreLimitedAndTheLastPlaceIsKept() {
    var start = Silicon.rattled(Silicon.crystal(1, 5.43), 0.1, 1);
    var relaxed = Relaxation.DEFAULT.withMaxSteps(2).run(new StillingerWeber(), start, RelaxationListener.SILENT);
    assertEquals(Outcome.STEP_LIMIT, relaxed.outcome());
    assertEquals(2, relaxed.last().step());
    assertTrue(relaxed.last().prediction().energy() < relaxed.first().prediction().energy() - 0.1);
    var none = Relaxation.DEFAULT.withMaxSteps(0).run(new StillingerWeber(), start, RelaxationListener.SILENT);
    assertEquals(1, none.last().forceCalls());
  }

  @Test
  void aListenerMayStop() {
    var relaxed = Relaxation.DEFAULT.run(new StillingerWeber(), Silicon.rattled(Silicon.crystal(1, 5.43), 0.1, 1),
        new RelaxationListener() {
          private int steps;

          @Override
          public void stepped(RelaxationStep step) {
            steps = step.step();
          }

          @Override
          public boolean stopRequested() {
            return steps == 1;
          }
        });
    assertEquals(Outcome.STOPPED, relaxed.outcome());
    assertEquals(1, relaxed.last().step());
  }

  @Test
  void whatCannotBeRelaxedIsSaidInOneLine() {
    var potential = new StillingerWeber();
    var crystal = Silicon.crystal(1, 5.43).withSource("si.xyz");
    refused("si.xyz: has 8 atoms, so atom 9", Relaxation.DEFAULT.withFixed(Set.of(8)), crystal, potential);
    refused("only a cell that repeats in all directions", Relaxation.DEFAULT.withCell(CellRelaxation.FREE), ATOM,
        potential);
    refused("not finite", Relaxation.DEFAULT, ATOM, new PlainPotential(_ -> Double.NaN, x -> x));
  }

  private static void refused(String said, Relaxation relaxation, Structure structure,
      io.noether.core.Potential potential) {
    String message = assertThrows(InputException.class,
        () -> relaxation.run(potential, structure, RelaxationListener.SILENT)).getMessage();
    assertTrue(message.contains(said), message);
  }
}
