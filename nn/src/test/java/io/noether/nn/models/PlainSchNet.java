package io.noether.nn.models;

import java.util.Arrays;
import java.util.Map;

/** SchNet once more in plain loops: the reference for the real one. */
final class PlainSchNet {
  private PlainSchNet() {}

  static double[] atomicEnergies(SchNet p, Map<String, double[]> w, Cluster c) {
    int f = p.features();
    double[][] x = new double[c.species().length][];
    for (int i = 0; i < x.length; i++) {
      x[i] = Arrays.copyOfRange(w.get("schnet.embedding.weight"), c.species()[i] * f, (c.species()[i] + 1) * f);
    }
    for (int t = 0; t < p.interactions(); t++) {
      String layer = "schnet.interaction." + t + ".";
      double[][] received = new double[x.length][f];
      for (Cluster.Edge e : c.edges()) {
        double[] phi = Plain.gaussians(e.length(), p.radial().functions(), p.cutoff());
        double[] filter = network(phi, w, layer + "filter");
        double[] sent = Plain.linear(x[e.sender()], w.get(layer + "in.weight"), new double[0]);
        for (int k = 0; k < f; k++) {
          received[e.receiver()][k] += sent[k] * filter[k] * Plain.cosineCutoff(e.length(), p.cutoff());
        }
      }
      for (int i = 0; i < x.length; i++) {
        double[] change = network(received[i], w, layer + "out");
        for (int k = 0; k < f; k++) {
          x[i][k] += change[k];
        }
      }
    }
    return Arrays.stream(x).mapToDouble(features -> network(features, w, "schnet.energy")[0]).toArray();
  }

  private static double[] network(double[] x, Map<String, double[]> w, String name) {
    double[] hidden = Plain.shiftedSoftplus(Plain.linear(x, w.get(name + ".0.weight"), w.get(name + ".0.bias")));
    return Plain.linear(hidden, w.get(name + ".1.weight"), w.get(name + ".1.bias"));
  }
}
