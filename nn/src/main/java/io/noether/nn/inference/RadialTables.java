package io.noether.nn.inference;

import io.noether.autodiff.Execution;
import io.noether.autodiff.Extract;
import io.noether.autodiff.Index;
import io.noether.autodiff.Tensor;
import io.noether.autodiff.tables.Tables;
import io.noether.autodiff.tables.Tabulation;
import io.noether.nn.AtomicGraph;
import io.noether.nn.EnergyModel;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A network whose radial parts are looked up, with the tables for some values of its parameters.
 *
 * @param graph that it is in: an extract of the model's
 * @param network what replaces {@link EnergyModel#network()}
 * @param interval of each edge, in the tables
 */
record RadialTables(AtomicGraph graph, Tensor network, EdgeLength length, Index interval, Tables tables) {
  /** Edges shorter than this, Å, are not in the tables, and no molecule has them. */
  static final double SHORTEST = 0.5;

  /**
   * Tabulates, in an extract of the model's graph.
   *
   * @param parameters binds their values to an execution
   * @return nothing if there is nothing to tabulate, or no table is close enough
   */
  static Optional<RadialTables> of(EnergyModel model, Consumer<Execution> parameters) {
    return Arrays.stream(EdgeLength.values()).flatMap(length -> of(model, length, parameters).stream()).findFirst();
  }

  private static Optional<RadialTables> of(EnergyModel model, EdgeLength length, Consumer<Execution> parameters) {
    double cutoff = model.spec().architecture().cutoff();
    double from = length.at(Math.min(SHORTEST, cutoff / 2));
    var own = Extract.all(model.batch().graph());
    AtomicGraph graph = model.batch().in(own);
    return Tabulation.of(List.of(own.copyOf(model.network())), length.of(graph))
        .flatMap(t -> t.fill(parameters, from, length.at(cutoff))
            .map(tables -> new RadialTables(graph, t.outputs().getFirst(), length, t.interval(), tables)));
  }
}
