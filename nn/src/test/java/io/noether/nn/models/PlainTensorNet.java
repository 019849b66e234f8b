package io.noether.nn.models;

import io.noether.nn.layers.Matrices;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * TensorNet once more in plain loops over 3×3 matrices, written from matgl's equations with its directions of edges (from
 * src to dst; the embedding is summed at dst, messages at src): the reference for the real one.
 */
final class PlainTensorNet {
  private static final String[] PARTS = {"scalar", "vector", "symmetric"};

  private final TensorNet p;
  private final Map<String, double[]> w;
  private final Cluster c;
  private final int f;
  private final int atoms;

  private PlainTensorNet(TensorNet p, Map<String, double[]> w, Cluster c) {
    this.p = p;
    this.w = w;
    this.c = c;
    f = p.features();
    atoms = c.species().length;
  }

  static double[] atomicEnergies(TensorNet p, Map<String, double[]> w, Cluster c) {
    var net = new PlainTensorNet(p, w, c);
    double[][][][] x = net.embedding("tensornet.embedding.");
    for (int t = 0; t < p.interactions(); t++) {
      x = net.interaction("tensornet.interaction." + t + ".", x);
    }
    return Arrays.stream(x).mapToDouble(net::energy).toArray();
  }

  private double[][][][] zero() {
    return new double[atoms][f][3][3];
  }

  private double[][][][] embedding(String layer) {
    double[][][][] x = zero();
    for (Cluster.Edge e : c.edges()) {
      int src = e.receiver();
      int dst = e.sender();
      double[] u = Arrays.stream(e.vector()).map(v -> v / e.length()).toArray();
      double[] z = Plain.linear(Plain.join(element(src), element(dst)),
          Plain.join(w.get(layer + "sender.weight"), w.get(layer + "receiver.weight")), w.get(layer + "receiver.bias"));
      double[] radial = linear(layer + "filter", basis(e.length()));
      double weight = Plain.cosineCutoff(e.length(), p.cutoff());
      for (int k = 0; k < f; k++) {
        double[] coefficients = {radial[k], radial[f + k], radial[2 * f + k]};
        x[dst][k] = Matrices.sum(x[dst][k], Matrices.times(weight * z[k], Matrices.combine(coefficients,
            Matrices.diagonal(1), Matrices.skew(u), Matrices.quadrupole(u))));
      }
    }
    double[][][][] result = zero();
    for (int i = 0; i < atoms; i++) {
      double[] n = Plain.layerNorm(Arrays.stream(x[i]).mapToDouble(Matrices::squares).toArray(),
          w.get(layer + "norm.weight"), w.get(layer + "norm.bias"));
      n = Plain.silu(linear(layer + "scale.1", Plain.silu(linear(layer + "scale.0", n))));
      for (int part = 0; part < 3; part++) {
        double[][][] mixed = mix(layer + "mix.", part, x[i]);
        for (int k = 0; k < f; k++) {
          result[i][k] = Matrices.sum(result[i][k], Matrices.times(n[part * f + k], mixed[k]));
        }
      }
    }
    return result;
  }

  private double[][][][] interaction(String layer, double[][][][] given) {
    double[][][][] x = zero();
    double[][][][][] y = new double[3][atoms][][][];
    for (int i = 0; i < atoms; i++) {
      for (int k = 0; k < f; k++) {
        x[i][k] = normalised(given[i][k]);
      }
      for (int part = 0; part < 3; part++) {
        y[part][i] = mix(layer + "before.", part, x[i]);
      }
    }
    double[][][][] m = zero();
    for (Cluster.Edge e : c.edges()) {
      int src = e.receiver();
      int dst = e.sender();
      double[] g = Plain.silu(linear(layer + "filter.0", basis(e.length())));
      g = Plain.silu(linear(layer + "filter.2", Plain.silu(linear(layer + "filter.1", g))));
      double weight = Plain.cosineCutoff(e.length(), p.cutoff());
      for (int k = 0; k < f; k++) {
        double[] coefficients = {weight * g[k], weight * g[f + k], weight * g[2 * f + k]};
        m[src][k] =
            Matrices.sum(m[src][k], Matrices.combine(coefficients, y[0][dst][k], y[1][dst][k], y[2][dst][k]));
      }
    }
    double[][][][] result = zero();
    for (int i = 0; i < atoms; i++) {
      double[][][] b = new double[f][][];
      for (int k = 0; k < f; k++) {
        double[][] own = Matrices.sum(y[0][i][k], y[1][i][k], y[2][i][k]);
        b[k] = normalised(Matrices.sum(Matrices.product(m[i][k], own), Matrices.product(own, m[i][k])));
      }
      double[][][] scalar = mix(layer + "after.", 0, b);
      double[][][] vector = mix(layer + "after.", 1, b);
      double[][][] symmetric = mix(layer + "after.", 2, b);
      for (int k = 0; k < f; k++) {
        double[][] change = Matrices.sum(scalar[k], vector[k], symmetric[k]);
        result[i][k] = Matrices.sum(x[i][k], change, Matrices.product(change, change));
      }
    }
    return result;
  }

  private double energy(double[][][] x) {
    double[] norms = new double[3 * f];
    for (int part = 0; part < 3; part++) {
      for (int k = 0; k < f; k++) {
        norms[part * f + k] = Matrices.squares(Matrices.parts(x[k])[part]);
      }
    }
    double[] n = linear("tensornet.energy.linear",
        Plain.layerNorm(norms, w.get("tensornet.energy.norm.weight"), w.get("tensornet.energy.norm.bias")));
    return perceptron("tensornet.energy.value.", n) / (1 + Math.exp(-perceptron("tensornet.energy.gate.", n)));
  }

  private double perceptron(String layer, double[] x) {
    double[] y = x;
    for (int k = 0; k < 3; k++) {
      y = Plain.silu(linear(layer + k, y));
    }
    return linear(layer + 3, y)[0];
  }

  private static double[][] normalised(double[][] x) {
    return Matrices.times(1 / (Matrices.squares(x) + 1), x);
  }

  /** Mixes the channels of one part. */
  private double[][][] mix(String layer, int part, double[][][] x) {
    double[] weight = w.get(layer + PARTS[part] + ".weight");
    double[][][] mixed = new double[f][3][3];
    for (int n = 0; n < f; n++) {
      for (int k = 0; k < f; k++) {
        mixed[n] = Matrices.sum(mixed[n], Matrices.times(weight[k * f + n], Matrices.parts(x[k])[part]));
      }
    }
    return mixed;
  }

  private double[] linear(String layer, double[] x) {
    return Plain.linear(x, w.get(layer + ".weight"), w.get(layer + ".bias"));
  }

  private double[] element(int atom) {
    int kind = c.species()[atom];
    return Arrays.copyOfRange(w.get("tensornet.embedding.elements.weight"), kind * f, (kind + 1) * f);
  }

  private double[] basis(double r) {
    double[] g = new double[p.radial().functions()];
    double before = 1;
    for (int m = 0; m < g.length; m++) {
      double[] n = {m + 1.0, m + 2.0};
      double theta = Math.PI * r / p.cutoff();
      double sincs = IntStream.range(0, 2).mapToDouble(k -> Math.sin(n[k] * theta) / (n[k] * theta)).sum();
      double own = Math.pow(-1, m) * Math.sqrt(2) * Math.PI / Math.pow(p.cutoff(), 1.5) * n[0] * n[1]
          / Math.hypot(n[0], n[1]) * sincs;
      double e = Math.pow(m * n[1], 2) / (4 * Math.pow(n[0], 4) + 1);
      double d = m == 0 ? 1 : 1 - e / before;
      g[m] = m == 0 ? own : (own + Math.sqrt(e / before) * g[m - 1]) / Math.sqrt(d);
      before = d;
    }
    return g;
  }
}
