package io.noether.nn.models;

import java.util.Arrays;
import java.util.Map;

/** PaiNN once more in plain loops, written from the paper's equations: the reference for the real one. */
final class PlainPaiNN {
  private PlainPaiNN() {}

  static double[] atomicEnergies(PaiNN p, Map<String, double[]> w, Cluster c) {
    int f = p.features();
    int n = c.species().length;
    double[][] q = new double[n][];
    double[][][] mu = new double[n][3][f];
    for (int i = 0; i < n; i++) {
      q[i] = Arrays.copyOfRange(w.get("painn.embedding.weight"), c.species()[i] * f, (c.species()[i] + 1) * f);
    }
    for (int t = 0; t < p.interactions(); t++) {
      String layer = "painn.interaction." + t + ".";
      double[][] newQ = new double[n][];
      double[][][] newMu = new double[n][3][];
      for (int i = 0; i < n; i++) {
        newQ[i] = q[i].clone();
        for (int a = 0; a < 3; a++) {
          newMu[i][a] = mu[i][a].clone();
        }
      }
      for (Cluster.Edge e : c.edges()) {
        double d = e.length();
        double fc = Plain.cosineCutoff(d, p.cutoff());
        double[] filter = Plain.linear(Plain.gaussians(d, p.radial().functions(), p.cutoff()),
            w.get(layer + "filter.weight"), w.get(layer + "filter.bias"));
        double[] x = mlp(q[e.sender()], w, layer + "message");
        for (int k = 0; k < f; k++) {
          newQ[e.receiver()][k] += x[k] * filter[k] * fc;
          for (int a = 0; a < 3; a++) {
            newMu[e.receiver()][a][k] += x[f + k] * filter[f + k] * fc * e.vector()[a] / d
                + x[2 * f + k] * filter[2 * f + k] * fc * mu[e.sender()][a][k];
          }
        }
      }
      q = newQ;
      mu = newMu;
      for (int i = 0; i < n; i++) {
        update(q[i], mu[i], w, layer);
      }
    }
    double[] energies = new double[n];
    for (int i = 0; i < n; i++) {
      double[] hidden = Plain.silu(Plain.linear(q[i], w.get("painn.energy.0.weight"), w.get("painn.energy.0.bias")));
      energies[i] = Plain.linear(hidden, w.get("painn.energy.1.weight"), w.get("painn.energy.1.bias"))[0];
    }
    return energies;
  }

  private static void update(double[] q, double[][] mu, Map<String, double[]> w, String layer) {
    int f = q.length;
    double[][] mixed = new double[3][];
    for (int a = 0; a < 3; a++) {
      mixed[a] = Plain.linear(mu[a], w.get(layer + "vectors.weight"), new double[0]);
    }
    double[] norm = new double[f];
    double[] product = new double[f];
    for (int k = 0; k < f; k++) {
      double squares = 0;
      for (int a = 0; a < 3; a++) {
        squares += mixed[a][k] * mixed[a][k];
        product[k] += mixed[a][k] * mixed[a][f + k];
      }
      norm[k] = Math.sqrt(squares + 1e-8);
    }
    double[] x = mlp(Plain.join(q, norm), w, layer + "update");
    for (int k = 0; k < f; k++) {
      q[k] += x[k] + x[2 * f + k] * product[k];
      for (int a = 0; a < 3; a++) {
        mu[a][k] += x[f + k] * mixed[a][f + k];
      }
    }
  }

  private static double[] mlp(double[] x, Map<String, double[]> w, String name) {
    double[] hidden = Plain.silu(Plain.linear(x, w.get(name + ".0.weight"), w.get(name + ".0.bias")));
    return Plain.linear(hidden, w.get(name + ".1.weight"), w.get(name + ".1.bias"));
  }
}
