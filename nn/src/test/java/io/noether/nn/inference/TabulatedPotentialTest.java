package io.noether.nn.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.noether.autodiff.Execution;
import io.noether.autodiff.Precision;
import io.noether.autodiff.Team;
import io.noether.autodiff.Workers;
import io.noether.core.Prediction;
import io.noether.core.Structure;
import io.noether.core.neighbours.NeighbourList;
import io.noether.nn.Architecture;
import io.noether.nn.AtomicGraph;
import io.noether.nn.EnergyModel;
import io.noether.nn.batches.Batch;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Radial networks from tables: when, how close to the network, and with which forces. */
class TabulatedPotentialTest {
  private static final Tuning ALWAYS = Tuning.DEFAULT.withTableEdges(0);
  private static final Tuning NEVER = Tuning.DEFAULT.withTableEdges(Integer.MAX_VALUE);
  private static final List<Structure> BODIES = LongStream.range(0, 6)
      .mapToObj(seed -> seed % 2 == 0 ? Bodies.cluster(seed, 3, 2, 2) : Bodies.crystal(seed, 2, 3, 2)).toList();

  @Test
  void itFollowsTheNetworkInDoublePrecision() {
    for (Architecture architecture : Networks.ALL) {
      var exact = Networks.potential(architecture, Precision.FLOAT64, ALWAYS).predict(BODIES);
      var single = Networks.potential(architecture, Precision.FLOAT32, NEVER).predict(BODIES);
      var tabulated = Networks.potential(architecture, Precision.FLOAT32, ALWAYS).predict(BODIES);
      for (int s = 0; s < BODIES.size(); s++) {
        Predictions.assertClose(exact.get(s), tabulated.get(s), 1e-5);
        assertTrue(Predictions.differ(single.get(s), tabulated.get(s)), "there are tables in use");
      }
    }
  }

  @Test
  void squaredDistancesAreTabulatedWhereThereAreNoOthers() {
    Architecture architecture = new Squares(12);
    EnergyModel model = Networks.model(architecture);
    assertEquals(EdgeLength.SQUARED, RadialTables.of(model, binding(model)).orElseThrow().length());
    var exact = Networks.potential(architecture, Precision.FLOAT64, ALWAYS).predict(BODIES);
    var tabulated = Networks.potential(architecture, Precision.FLOAT32, ALWAYS).predict(BODIES);
    for (int s = 0; s < BODIES.size(); s++) {
      Predictions.assertClose(exact.get(s), tabulated.get(s), 1e-4);
    }
  }

  @Test
  void whatIsNotWorthATableIsComputed() {
    Architecture architecture = new Squares(2);
    for (Structure body : BODIES) {
      Predictions.assertSame(Networks.potential(architecture, Precision.FLOAT32, NEVER).predict(body),
          Networks.potential(architecture, Precision.FLOAT32, ALWAYS).predict(body));
    }
  }

  @Test
  void forcesAreTheDerivativesOfTheEnergyFromTables() {
    for (Architecture architecture : Networks.ALL) {
      EnergyModel model = Networks.model(architecture);
      InferenceRun run = InferenceProgram.tabulated(model, binding(model), Precision.FLOAT64).orElseThrow()
          .newRun(Workers.CALLER);
      Structure body = BODIES.getFirst();
      double[] forces = results(run, model, body).forces.clone();
      double h = 1e-5;
      for (int k = 0; k < 3 * body.size(); k++) {
        double difference = (energy(run, model, moved(body, k, h)) - energy(run, model, moved(body, k, -h))) / (2 * h);
        assertEquals(-difference, forces[k], 5e-8); // the network's own differ by 1e-6
      }
    }
  }

  @Test
  void aShortEdgeIsComputedByTheNetwork() {
    double[] positions = BODIES.getFirst().positions();
    positions[0] = positions[3] + 0.9 * RadialTables.SHORTEST;
    positions[1] = positions[4];
    positions[2] = positions[5];
    Structure broken = BODIES.getFirst().withPositions(positions);
    Prediction exact = painn(NEVER).predict(broken);
    Predictions.assertSame(exact, painn(ALWAYS).predict(broken));
  }

  @Test
  void doublePrecisionIsNeverFromTables() {
    for (Architecture architecture : Networks.ALL) {
      for (Structure body : BODIES) {
        Predictions.assertSame(Networks.potential(architecture, Precision.FLOAT64, NEVER).predict(body),
            Networks.potential(architecture, Precision.FLOAT64, ALWAYS).predict(body));
      }
    }
  }

  @Test
  void aCallOfEnoughEdgesUsesTablesWhateverWasCalledBefore() {
    Structure body = BODIES.get(1);
    int edges = NeighbourList.build(body, Networks.PAINN.cutoff()).count();
    for (int atoms : List.of(0, Integer.MAX_VALUE)) {
      Prediction exact = painn(NEVER.withLargeAtoms(atoms)).predict(body);
      Prediction tabulated = painn(ALWAYS.withLargeAtoms(atoms)).predict(body);
      NeuralPotential above = painn(NEVER.withTableEdges(edges + 1).withLargeAtoms(atoms));
      NeuralPotential at = painn(NEVER.withTableEdges(edges).withLargeAtoms(atoms));
      for (int call = 0; call < 2; call++) {
        Predictions.assertSame(exact, above.predict(body));
        Predictions.assertSame(tabulated, at.predict(body));
        above.predict(BODIES); // with tables
        at.predict(BODIES.getFirst()); // without
      }
      assertTrue(Predictions.differ(exact, tabulated));
    }
  }

  @Test
  void fromTheFirstLargePartOfACallOnTablesAreUsed() {
    Structure body = BODIES.get(1);
    int edges = NeighbourList.build(body, Networks.PAINN.cutoff()).count();
    NeuralPotential potential = painn(ALWAYS.withTableEdges(3 * edges));
    var few = potential.predict(Collections.nCopies(2, body));
    var many = potential.predict(Collections.nCopies(Math.ceilDiv(PotentialRun.EDGES_PER_RUN, edges) + 1, body));
    assertTrue(Predictions.differ(few.getLast(), many.getLast()));
    Predictions.assertSame(many.getFirst(), many.getLast());
  }

  @Test
  void anyNumberOfThreadsGivesTheSameBits() {
    try (var team = new Team(3)) {
      NeuralPotential alone = painn(ALWAYS);
      NeuralPotential together = Networks.potential(Networks.PAINN, Precision.FLOAT32, ALWAYS, team);
      for (Structure body : BODIES) {
        Predictions.assertSame(alone.predict(body), together.predict(body));
      }
    }
  }

  private static Consumer<Execution> binding(EnergyModel model) {
    return execution -> {
      execution.resize(AtomicGraph.ELEMENTS, model.spec().elements().size());
      Networks.parameters(model).bindTo(execution);
    };
  }

  private static NeuralPotential painn(Tuning tuning) {
    return Networks.potential(Networks.PAINN, Precision.FLOAT32, tuning);
  }

  private static Structure moved(Structure body, int k, double by) {
    double[] positions = body.positions();
    positions[k] += by;
    return body.withPositions(positions);
  }

  private static double energy(InferenceRun run, EnergyModel model, Structure body) {
    Results results = results(run, model, body);
    double energy = 0;
    for (int atom = 0; atom < body.size(); atom++) {
      energy += results.atomicEnergies[atom];
    }
    return energy;
  }

  private static Results results(InferenceRun run, EnergyModel model, Structure body) {
    var batch = new Batch(model.spec().elements());
    batch.add(body, NeighbourList.build(body, model.spec().architecture().cutoff()));
    return run.run(batch).orElseThrow();
  }
}
