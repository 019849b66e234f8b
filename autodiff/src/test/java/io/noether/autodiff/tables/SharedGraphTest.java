package io.noether.autodiff.tables;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.noether.autodiff.Execution;
import io.noether.autodiff.Extract;
import io.noether.autodiff.Gradients;
import io.noether.autodiff.LiveObjects;
import io.noether.autodiff.ParameterSet;
import io.noether.autodiff.Precision;
import io.noether.autodiff.Tensor;
import io.noether.autodiff.plan.PlannedProgram;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** Many programs with tables and derivatives are made of one graph, which stays as it is. */
class SharedGraphTest {
  private static final double START = 0.5;

  private final RadialGraph net = new RadialGraph();
  private final Tensor energies = net.atomicEnergies(8);
  private final Tensor filter = net.filter(12);
  private final ParameterSet parameters = Molecule.parameters(net, 5);
  private final Molecule molecule;

  SharedGraphTest() {
    net.g.freeze();
    var random = new SplittableRandom(3);
    molecule = Molecule.of(Molecule.lengths(1, RadialGraph.CUTOFF, 20, random), random);
  }

  /** Energies from tables and their derivatives with respect to the edges: what a potential is made of. */
  private record Potential(Tabulation tabulation, Tables tables, List<Tensor> outputs, PlannedProgram program) {}

  private Potential potential(Tensor energy, Precision precision) {
    Extract own = Extract.all(net.g);
    Tabulation tabulation = Tabulation.of(own.copiesOf(List.of(energy)), own.copyOf(net.distance)).orElseThrow();
    Tables tables = tabulation.fill(parameters::bindTo, START, RadialGraph.CUTOFF).orElseThrow();
    Tensor looked = tabulation.outputs().getFirst();
    List<Tensor> outputs = List.of(looked, Gradients.of(sum(looked), own.copyOf(net.vector)));
    return new Potential(tabulation, tables, outputs, PlannedProgram.of(outputs, precision));
  }

  /** Of all numbers of all rows. */
  private static Tensor sum(Tensor t) {
    return t.shape().rank() == 0 ? t.total() : t.graph().contract("a->", t.total());
  }

  private List<double[]> run(Potential potential) {
    Execution execution = potential.program().newExecution();
    molecule.bindTo(execution, net, parameters, potential.tabulation(), potential.tables());
    execution.run();
    return potential.outputs().stream().map(t -> molecule.read(execution, t)).toList();
  }

  @Test
  void twoHundredPotentialsLeaveItAsItIs() throws IllegalAccessException {
    int nodes = net.g.nodes().size();
    long alive = LiveObjects.countFrom(net.g);
    int ofOne = potential(filter, Precision.FLOAT32).outputs().getFirst().graph().nodes().size();
    for (int k = 1; k < 200; k++) {
      Potential potential = potential(filter, Precision.FLOAT32);
      assertEquals(ofOne, potential.outputs().getFirst().graph().nodes().size(),
          "no larger than the first");
    }
    assertEquals(nodes, net.g.nodes().size());
    assertEquals(alive, LiveObjects.countFrom(net.g));
  }

  @Test
  void threadsThatPlanAtOnceGetTheBitsOfOneThatPlansAlone() throws Exception {
    List<List<double[]>> alone = new ArrayList<>();
    for (Precision precision : Precision.values()) {
      alone.add(run(potential(energies, precision)));
    }
    try (var pool = Executors.newFixedThreadPool(4)) {
      var calls = new ArrayList<Callable<List<double[]>>>();
      for (int k = 0; k < 16; k++) {
        Precision precision = Precision.values()[k % 2];
        calls.add(() -> run(potential(energies, precision)));
      }
      var answers = pool.invokeAll(calls);
      for (int k = 0; k < answers.size(); k++) {
        for (int output = 0; output < 2; output++) {
          assertArrayEquals(alone.get(k % 2).get(output), answers.get(k).get().get(output));
        }
      }
    }
  }

  @Test
  void planningAddsNothingToAGraphThatIsStillOpen() {
    var open = new RadialGraph();
    Tensor energy = open.atomicEnergies(8).total();
    Tensor slope = Gradients.of(energy, open.vector);
    int nodes = open.g.nodes().size();
    PlannedProgram.of(List.of(energy, slope), Precision.FLOAT64);
    assertEquals(nodes, open.g.nodes().size());
  }
}
