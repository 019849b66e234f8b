package io.noether.graphs.links;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.noether.autodiff.Execution;
import io.noether.autodiff.Graph;
import io.noether.autodiff.ParameterSet;
import io.noether.autodiff.Program;
import io.noether.autodiff.Tensor;
import io.noether.nn.permutation.DenseBatch;
import io.noether.nn.permutation.PermutationLinear;
import io.noether.nn.permutation.Tuples;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The low-rank form against the layer 2 → 2 on an outer product that is written out. */
class OuterProductTest {
  private static final int NODES = 6;
  private static final int CHANNELS = 3;

  /**
   * Which weights of the layer a term shares among. Input ab: a pair; ab>ab takes it as it is, ab>ba transposed, ab>ac
   * its mean over columns on the output's rows, and so on; aa is the diagonal.
   */
  private static final Map<String, List<String>> TERMS = Map.of("product", List.of("ab>ab", "ab>ba"),
      "row", List.of("ab>ac", "ab>ca", "ab>bc", "ab>cb"), "diagonal", List.of("aa>ab", "aa>ba"),
      "total", List.of("ab>cd"), "trace", List.of("aa>bc"));

  @Test
  void anyWeightsGiveTheLayersValuesOffTheDiagonal() {
    var random = new Random(5);
    double[] z = random.doubles(NODES * CHANNELS).map(x -> 2 * x - 1).toArray();
    Map<String, double[]> weights = new HashMap<>();
    TERMS.keySet().forEach(term -> weights.put(term, random.doubles(CHANNELS).toArray()));
    weights.put("bias", new double[] {0.7});
    double[] low = lowRank(z, weights);
    double[] dense = dense(z, weights);
    for (int k = 0; k < low.length; k++) {
      if (k / NODES != k % NODES) {
        assertEquals(dense[k], low[k], 1e-12, "pair " + k / NODES + ", " + k % NODES);
      }
    }
  }

  private static double[] lowRank(double[] z, Map<String, double[]> weights) {
    var fields = new GraphFields(1);
    Tensor latent = fields.graph().input("z", fields.nodes(), CHANNELS);
    Tensor y = new OuterProduct(fields, "decoder").apply(latent);
    Execution execution = Program.interpreted(List.of(y)).newExecution();
    var alone = new CitationGraph(1, new int[NODES][0], new NodePairs(new int[0], new int[0]));
    new SeenGraph(alone, alone.edges()).bindTo(execution, fields);
    int[] first = new int[NODES * NODES];
    int[] second = new int[NODES * NODES];
    Arrays.setAll(first, k -> k / NODES);
    Arrays.setAll(second, k -> k % NODES);
    execution.resize(fields.candidates(), first.length);
    execution.bind(fields.first(), first);
    execution.bind(fields.second(), second);
    execution.bind(latent, z);
    fields.graph().parameters().forEach(p -> execution.bind(p, weights.getOrDefault(label(p), new double[0])));
    return values(execution, y);
  }

  private static double[] dense(double[] z, Map<String, double[]> weights) {
    var graph = new Graph();
    var tuples = new Tuples(graph, "g", 2);
    Tensor latent = graph.input("z", tuples.space(1), CHANNELS);
    Tensor outer = latent.gather(tuples.map(2, 0)).times(latent.gather(tuples.map(2, 1)));
    Tensor y = new PermutationLinear(tuples, "layer", 2, 2, CHANNELS, 1).apply(outer);
    var parameters = new ParameterSet(graph.parameters(), 1, Map.of());
    Arrays.fill(parameters.values(), 0);
    int found = 0;
    for (Tensor p : parameters.tensors()) {
      for (var term : TERMS.entrySet()) {
        if (term.getValue().contains(label(p))) {
          found++;
          boolean twice = term.getKey().equals("row") || term.getKey().equals("diagonal"); // on rows and on columns
          double share = (twice ? 2.0 : 1.0) / (CHANNELS * term.getValue().size());
          double[] weight = weights.getOrDefault(term.getKey(), new double[0]);
          for (int c = 0; c < CHANNELS; c++) {
            parameters.values()[parameters.offset(p) + c] = share * weight[c];
          }
        }
      }
      if (p.name().equals("layer.bias.ab")) {
        parameters.values()[parameters.offset(p)] = weights.getOrDefault("bias", new double[1])[0];
      }
    }
    assertEquals(10, found, "terms of the layer that say something off the diagonal");
    Execution execution = Program.interpreted(List.of(y)).newExecution();
    tuples.bind(execution, new DenseBatch(2, NODES));
    execution.bind(latent, z);
    parameters.bindTo(execution);
    return values(execution, y);
  }

  private static String label(Tensor parameter) {
    return parameter.name().substring(parameter.name().lastIndexOf('.') + 1);
  }

  private static double[] values(Execution execution, Tensor y) {
    execution.run();
    double[] values = new double[NODES * NODES];
    execution.read(y, values);
    return values;
  }
}
