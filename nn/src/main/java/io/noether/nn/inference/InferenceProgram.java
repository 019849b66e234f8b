package io.noether.nn.inference;

import io.noether.autodiff.Execution;
import io.noether.autodiff.Extract;
import io.noether.autodiff.Precision;
import io.noether.autodiff.Tensor;
import io.noether.autodiff.Workers;
import io.noether.autodiff.plan.PlannedProgram;
import io.noether.nn.AtomicGraph;
import io.noether.nn.EnergyFields;
import io.noether.nn.EnergyModel;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A program for the energies of a batch and the derivatives of their weighted sum.
 *
 * @param graph what a batch binds
 * @param fields what is computed
 * @param tables what replaces radial networks, if anything does
 * @param parameters binds the parameters' values to an execution
 */
record InferenceProgram(AtomicGraph graph, EnergyFields fields, Optional<RadialTables> tables, PlannedProgram program,
    Consumer<Execution> parameters) {

  /** The network as it is. */
  static InferenceProgram exact(EnergyModel model, Consumer<Execution> parameters, Precision precision) {
    var own = Extract.all(model.batch().graph());
    return of(model, model.batch().in(own), own.copyOf(model.network()), Optional.empty(), parameters, precision);
  }

  /** The network with radial parts looked up, where that is possible. */
  static Optional<InferenceProgram> tabulated(EnergyModel model, Consumer<Execution> parameters, Precision precision) {
    return RadialTables.of(model, parameters)
        .map(t -> of(model, t.graph(), t.network(), Optional.of(t), parameters, precision));
  }

  /** @param graph that the derivatives are added to */
  private static InferenceProgram of(EnergyModel model, AtomicGraph graph, Tensor network,
      Optional<RadialTables> tables, Consumer<Execution> parameters, Precision precision) {
    var fields = EnergyFields.weighted(graph, model.spec(), network);
    var program = PlannedProgram.of(fields.predicted(), precision);
    return new InferenceProgram(graph, fields, tables, program, parameters);
  }

  /** New memory to run it in. */
  InferenceRun newRun(Workers workers) {
    var execution = program.newExecution(workers);
    parameters.accept(execution);
    tables.ifPresent(t -> t.tables().bindTo(execution));
    return new InferenceRun(this, execution, workers);
  }

  /** Bytes that a run of so many atoms and edges keeps. */
  long bytes(int atoms, int edges) {
    return program.bytesPerRow(AtomicGraph.ATOMS) * atoms + program.bytesPerRow(AtomicGraph.EDGES) * edges;
  }
}
