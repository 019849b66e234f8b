package io.noether.nn.models;

import java.util.Arrays;
import java.util.Map;

/** EGNN once more in plain loops with moving coordinates, as the paper writes it: the reference for the real one. */
final class PlainEgnn {
  private PlainEgnn() {}

  static double[] atomicEnergies(Egnn p, Map<String, double[]> w, Cluster c) {
    int f = p.features();
    int n = c.species().length;
    double[][] h = new double[n][];
    double[][] x = Arrays.stream(c.positions()).map(double[]::clone).toArray(double[][]::new);
    for (int i = 0; i < n; i++) {
      h[i] = Arrays.copyOfRange(w.get("egnn.embedding.weight"), c.species()[i] * f, (c.species()[i] + 1) * f);
    }
    for (int t = 0; t < p.interactions(); t++) {
      String layer = "egnn.interaction." + t + ".";
      double[][] received = new double[n][f];
      double[][] newX = Arrays.stream(x).map(double[]::clone).toArray(double[][]::new);
      // one weight for [h_i, h_j, d², a], as the paper's phi_e has
      double[] first = Plain.join(
          Plain.join(w.get(layer + "edge.receiver.weight"), w.get(layer + "edge.sender.weight")),
          Plain.join(w.get(layer + "edge.distance.weight"), w.get(layer + "edge.attributes.weight")));
      for (Cluster.Edge e : c.edges()) {
        int i = e.receiver();
        int j = e.sender();
        double squared = 0;
        for (int a = 0; a < 3; a++) {
          squared += Math.pow(x[j][a] - x[i][a], 2);
        }
        double[] input = Plain.join(Plain.join(h[i], h[j]), Plain.join(new double[] {squared / p.cutoff() / p.cutoff()},
            Plain.gaussians(e.length(), p.radial().functions(), p.cutoff())));
        double[] m = Plain.silu(Plain.linear(input, first, w.get(layer + "edge.receiver.bias")));
        m = Plain.silu(Plain.linear(m, w.get(layer + "edge.out.weight"), w.get(layer + "edge.out.bias")));
        double weight = Plain.cosineCutoff(e.length(), p.cutoff());
        for (int k = 0; k < f; k++) {
          received[i][k] += weight * m[k];
        }
        if (t < p.interactions() - 1) {
          double[] hidden = Plain.silu(Plain.linear(m, w.get(layer + "move.0.weight"), w.get(layer + "move.0.bias")));
          double step = Plain.linear(hidden, w.get(layer + "move.1.weight"), new double[0])[0];
          for (int a = 0; a < 3; a++) {
            newX[i][a] += weight * step * (x[j][a] - x[i][a]) / (Math.sqrt(squared + 1e-8) + 1);
          }
        }
      }
      x = newX;
      for (int i = 0; i < n; i++) {
        double[] hidden = Plain.silu(Plain.linear(Plain.join(h[i], received[i]), w.get(layer + "node.0.weight"),
            w.get(layer + "node.0.bias")));
        double[] change = Plain.linear(hidden, w.get(layer + "node.1.weight"), w.get(layer + "node.1.bias"));
        for (int k = 0; k < f; k++) {
          h[i][k] += change[k];
        }
      }
    }
    double[] energies = new double[n];
    for (int i = 0; i < n; i++) {
      double[] hidden = Plain.silu(Plain.linear(h[i], w.get("egnn.energy.0.weight"), w.get("egnn.energy.0.bias")));
      energies[i] = Plain.linear(hidden, w.get("egnn.energy.1.weight"), w.get("egnn.energy.1.bias"))[0];
    }
    return energies;
  }
}
