package io.noether.nn.inference;

import io.noether.autodiff.Execution;
import io.noether.autodiff.Precision;
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
    return of(model, Optional.empty(), parameters, precision);
  }

  /** The network with radial parts looked up, where that is possible. */
  static Optional<InferenceProgram> tabulated(EnergyModel model, Consumer<Execution> parameters, Precision precision) {
    return RadialTables.of(model, parameters).map(t -> of(model, Optional.of(t), parameters, precision));
  }

  private static InferenceProgram of(EnergyModel model, Optional<RadialTables> tables, Consumer<Execution> parameters,
      Precision precision) {
    synchronized (model) { // planning adds to its graph
      var fields = EnergyFields.weighted(model.batch(), model.spec(),
          tables.map(RadialTables::network).orElse(model.network()));
      var program = PlannedProgram.of(fields.predicted(), precision);
      return new InferenceProgram(model.batch(), fields, tables, program, parameters);
    }
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
