package io.noether.autodiff.tables;

import io.noether.autodiff.Execution;
import io.noether.autodiff.ParameterSet;
import io.noether.autodiff.Program;
import io.noether.autodiff.Tensor;
import java.util.List;

/** Outputs as they were and with tables, and what they give. */
record Outputs(RadialGraph graph, List<Tensor> original, List<Tensor> rewritten, ParameterSet parameters) {
  /** The interpreter on the original. */
  List<double[]> exact(Molecule molecule) {
    Execution execution = Program.interpreted(original).newExecution();
    molecule.bindTo(execution, graph, parameters);
    return run(execution, original, molecule);
  }

  /** The interpreter on the rewritten outputs. */
  List<double[]> interpreted(Molecule molecule, Tabulation tabulation, Tables tables) {
    return run(Program.interpreted(rewritten), molecule, tabulation, tables);
  }

  List<double[]> run(Program program, Molecule molecule, Tabulation tabulation, Tables tables) {
    Execution execution = program.newExecution();
    molecule.bindTo(execution, graph, parameters, tabulation, tables);
    return run(execution, rewritten, molecule);
  }

  private static List<double[]> run(Execution execution, List<Tensor> outputs, Molecule molecule) {
    execution.run();
    return outputs.stream().map(t -> molecule.read(execution, t)).toList();
  }

  static double largestDifference(double[] a, double[] b) {
    double largest = 0;
    for (int k = 0; k < a.length; k++) {
      largest = Math.max(largest, Math.abs(a[k] - b[k]));
    }
    return largest;
  }
}
