package io.noether.benchmarks.workloads;

import io.noether.autodiff.Precision;
import io.noether.autodiff.Workers;
import io.noether.autodiff.inspect.FlopCount;
import io.noether.autodiff.inspect.PassTime;
import io.noether.core.Element;
import io.noether.core.Structure;
import io.noether.core.neighbours.NeighbourList;
import io.noether.nn.Architecture;
import io.noether.nn.AtomicGraph;
import io.noether.nn.EnergyModel;
import io.noether.nn.ModelSpec;
import io.noether.nn.inference.NeuralPotential;
import io.noether.nn.inference.PreparedCall;
import io.noether.nn.inference.Tuning;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Energy and forces of one structure whose neighbours are known, in single precision, by a potential that is tuned for
 * many calls.
 */
public final class ForceCall implements Runnable {
  private final EnergyModel model;
  private final PreparedCall call;
  private final int atoms;
  private final int edges;

  /** Builds and plans the network, with random weights, and finds the neighbours. */
  public ForceCall(Architecture network, Structure structure, Workers workers) {
    model = model(network, structure);
    call = new NeuralPotential(model, model.newParameters(1), Precision.FLOAT32, workers,
        Tuning.DEFAULT.withTableEdges(0)).prepared(structure);
    atoms = structure.size();
    edges = NeighbourList.build(structure, network.cutoff()).count();
  }

  /** An untrained network for the elements of a structure. */
  public static EnergyModel model(Architecture network, Structure structure) {
    List<Element> elements = IntStream.range(0, structure.size()).mapToObj(structure::element).distinct().toList();
    return new EnergyModel(new ModelSpec(network, elements, new double[elements.size()], 1, 0));
  }

  @Override
  public void run() {
    call.predict();
  }

  /** What each pass has cost so far. */
  public List<PassTime> passTimes() {
    return call.passTimes();
  }

  /** Floating-point operations of one call, counted from the expressions. */
  public long flops() {
    return FlopCount.of(List.of(model.atomicEnergies(), model.forces()), Map.of(AtomicGraph.ATOMS, atoms,
        AtomicGraph.EDGES, edges, AtomicGraph.STRUCTURES, 1, AtomicGraph.ELEMENTS, model.spec().elements().size()));
  }
}
