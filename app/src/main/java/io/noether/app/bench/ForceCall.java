package io.noether.app.bench;

import io.noether.autodiff.FlopCount;
import io.noether.autodiff.Precision;
import io.noether.autodiff.Tensor;
import io.noether.autodiff.Workers;
import io.noether.autodiff.plan.PassTime;
import io.noether.autodiff.plan.PlannedProgram;
import io.noether.autodiff.plan.ProfiledExecution;
import io.noether.core.Element;
import io.noether.core.Structure;
import io.noether.core.neighbours.NeighbourList;
import io.noether.nn.Architecture;
import io.noether.nn.AtomicGraph;
import io.noether.nn.Batch;
import io.noether.nn.EnergyModel;
import io.noether.nn.ModelSpec;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Energy and forces of one structure whose neighbours are known, in single precision, without the public API's copies. */
public final class ForceCall implements Runnable {
  private final EnergyModel model;
  private final List<Tensor> outputs;
  private final ProfiledExecution execution;
  private final Batch batch;
  private final double[] forces;

  /** Builds and plans the network, with random weights, and finds the neighbours. */
  public ForceCall(Architecture network, Structure structure, Workers workers) {
    model = model(network, structure);
    outputs = List.of(model.atomicEnergies(), model.forces());
    execution = PlannedProgram.of(outputs, Precision.FLOAT32).newExecution(workers);
    batch = new Batch(model.spec().elements());
    batch.add(structure, NeighbourList.build(structure, network.cutoff()));
    batch.bindTo(execution, model.batch());
    model.newParameters(1).bindTo(execution);
    forces = new double[3 * structure.size()];
  }

  /** An untrained network for the elements of a structure. */
  static EnergyModel model(Architecture network, Structure structure) {
    List<Element> elements = IntStream.range(0, structure.size()).mapToObj(structure::element).distinct().toList();
    return new EnergyModel(new ModelSpec(network, elements, new double[elements.size()], 1, 0));
  }

  @Override
  public void run() {
    batch.bindTo(execution, model.batch());
    execution.run();
    execution.read(model.forces(), forces);
  }

  /** What each pass has cost so far. */
  List<PassTime> passTimes() {
    return execution.passTimes();
  }

  /** Floating-point operations of one call, counted from the expressions. */
  public long flops() {
    return FlopCount.of(outputs, Map.of(AtomicGraph.ATOMS, batch.atoms(), AtomicGraph.EDGES, batch.edges(),
        AtomicGraph.STRUCTURES, batch.structures(), AtomicGraph.ELEMENTS, model.spec().elements().size()));
  }
}
