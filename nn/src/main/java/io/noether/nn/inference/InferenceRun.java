package io.noether.nn.inference;

import io.noether.autodiff.Workers;
import io.noether.autodiff.inspect.PassTime;
import io.noether.autodiff.inspect.ProfiledExecution;
import io.noether.nn.EnergyFields;
import io.noether.nn.batches.Batch;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** The memory of an {@link InferenceProgram}, used again and again. */
final class InferenceRun {
  private static final int EDGES_PER_PART = 32_768;
  private static final int MOST_PARTS = 64;

  private final InferenceProgram program;
  private final ProfiledExecution execution;
  private final Workers workers;
  private final Results results = new Results();
  private double[] lengths = {};
  private int[] intervals = {};

  /** @param execution of the program, with parameters and tables bound */
  InferenceRun(InferenceProgram program, ProfiledExecution execution, Workers workers) {
    this.workers = workers;
    this.program = program;
    this.execution = execution;
  }

  /**
   * Runs a batch.
   *
   * @return what it computed, in the batch's order, valid until the next run; nothing if an edge is too short for the
   *     tables
   */
  Optional<Results> run(Batch batch) {
    boolean covered = program.tables().map(t -> locate(t, batch)).orElse(true);
    if (!covered) {
      return Optional.empty();
    }
    EnergyFields fields = program.fields();
    batch.bindTo(execution, program.graph());
    program.tables().ifPresent(t -> execution.bind(t.interval(), intervals));
    execution.run();
    results.reserve(batch.atoms(), batch.structures());
    execution.read(fields.atomicEnergies(), results.atomicEnergies);
    execution.read(fields.forces(), results.forces);
    execution.read(fields.strainDerivatives(), results.strainDerivatives);
    return Optional.of(results);
  }

  private boolean locate(RadialTables t, Batch batch) {
    if (lengths.length < batch.edges()) {
      int capacity = batch.edges() + batch.edges() / 4;
      lengths = new double[capacity];
      intervals = new int[capacity];
    }
    int edges = batch.edges();
    int parts = Math.clamp(edges / EDGES_PER_PART, 1, MOST_PARTS);
    if (parts == 1) { // without the task, which would be allocated
      return locate(t, batch, 0, edges);
    }
    var covered = new AtomicBoolean(true);
    workers.run(parts, (part, _) -> {
      if (!locate(t, batch, (int) ((long) edges * part / parts), (int) ((long) edges * (part + 1) / parts))) {
        covered.set(false);
      }
    });
    return covered.get();
  }

  private boolean locate(RadialTables t, Batch batch, int from, int to) {
    t.length().measure(batch.edgeVectors(), from, to, lengths);
    return t.tables().locate(lengths, from, to, intervals);
  }

  /** What each pass has cost so far. */
  List<PassTime> passTimes() {
    return execution.passTimes();
  }

  /** Bytes that it needs for so many atoms and edges. */
  long bytes(int atoms, int edges) {
    return program.bytes(atoms, edges);
  }
}
