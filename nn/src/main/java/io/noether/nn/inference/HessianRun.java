package io.noether.nn.inference;

import io.noether.autodiff.Execution;
import io.noether.core.InputException;
import io.noether.core.Structure;
import io.noether.core.neighbours.NeighbourSearch;
import io.noether.nn.batches.Batch;

/** The memory of a {@link HessianProgram}: as many copies of a structure in a batch as keep all threads busy. */
final class HessianRun {
  private static final int MOST_ATOMS = 15_000; // more than 2³¹ numbers otherwise

  private final HessianProgram program;
  private final Execution execution;
  private final Batch batch;
  private final NeighbourSearch search = new NeighbourSearch();

  /** @param execution of the program, with parameters bound */
  HessianRun(HessianProgram program, Execution execution) {
    this.program = program;
    this.execution = execution;
    batch = new Batch(program.model().spec().elements());
  }

  /** The whole Hessian, made symmetric to the last bit. */
  double[] hessian(Structure structure) {
    double[] hessian = rows(structure);
    int n = 3 * structure.size();
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        double mean = (hessian[i * n + j] + hessian[j * n + i]) / 2;
        hessian[i * n + j] = mean;
        hessian[j * n + i] = mean;
      }
    }
    return hessian;
  }

  /** Row k is the Hessian times the k-th unit vector. */
  double[] rows(Structure structure) {
    if (structure.size() > MOST_ATOMS) {
      throw new InputException("%s: the second derivatives of %,d atoms do not fit into memory; at most %,d"
          .formatted(structure.source(), structure.size(), MOST_ATOMS));
    }
    int n = 3 * structure.size();
    double[] rows = new double[n * n];
    search.find(structure, program.model().spec().architecture().cutoff());
    int copies = Math.clamp(PotentialRun.EDGES_PER_RUN / Math.max(1, search.count()), 1, n);
    for (int first = 0; first < n; first += copies) {
      compute(structure, first, Math.min(copies, n - first), rows);
    }
    return rows;
  }

  private void compute(Structure structure, int first, int count, double[] rows) {
    int n = 3 * structure.size();
    batch.clear();
    double[] directions = new double[count * n];
    for (int copy = 0; copy < count; copy++) {
      batch.add(structure, search);
      directions[copy * n + first + copy] = 1;
    }
    batch.bindTo(execution, program.model().batch());
    execution.bind(program.model().batch().direction(), directions);
    execution.run();
    double[] products = new double[count * n];
    execution.read(program.product(), products);
    System.arraycopy(products, 0, rows, first * n, count * n);
  }
}
