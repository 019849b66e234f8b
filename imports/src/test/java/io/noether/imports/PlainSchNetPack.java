package io.noether.imports;

import io.noether.core.Structure;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * The energy that SchNetPack 2 computes with a PaiNN, in plain loops: its own parameters by their own names, and its own
 * equations ({@code representation/painn.py}, {@code nn/radial.py}, {@code nn/cutoff.py}, {@code atomistic/atomwise.py},
 * {@code transform/atomistic.py}). The independent truth for what is imported.
 */
final class PlainSchNetPack {
  private final PlainTorch torch;
  private final boolean sharedFilters;
  private final boolean addMean;
  private final boolean addReferences;
  private final int f;
  private final int interactions;

  PlainSchNetPack(Map<String, double[]> state, boolean sharedFilters, boolean addMean, boolean addReferences) {
    this.torch = new PlainTorch(state);
    this.sharedFilters = sharedFilters;
    this.addMean = addMean;
    this.addReferences = addReferences;
    f = torch.numbers("representation.mixing.0.intraatomic_context_net.0.bias").length;
    interactions =
        (int) state.keySet().stream().filter(name -> name.endsWith("interatomic_context_net.0.bias")).count();
  }

  /** In the unit the network was trained in. */
  double energy(Structure s) {
    double cutoff = torch.numbers("representation.cutoff_fn.cutoff")[0];
    List<PlainEdge> edges = PlainEdge.within(cutoff, s);
    double[][] filters = edges.stream().map(e -> filter(e.length(), cutoff)).toArray(double[][]::new);
    double[][] q = new double[s.size()][];
    double[][][] mu = new double[s.size()][3][f];
    for (int i = 0; i < s.size(); i++) {
      q[i] = torch.embedding("representation.embedding", s.atomicNumber(i), f);
    }
    for (int t = 0; t < interactions; t++) {
      interaction(t, edges, filters, q, mu);
      for (int i = 0; i < s.size(); i++) {
        mixing(t, q[i], mu[i]);
      }
    }
    double energy = 0;
    for (int i = 0; i < s.size(); i++) {
      energy += dense("output_modules.0.outnet", q[i])[0];
      energy += addMean ? torch.numbers("postprocessors.1.mean")[0] : 0;
      energy += addReferences ? torch.numbers("postprocessors.1.atomref")[s.atomicNumber(i)] : 0;
    }
    return energy;
  }

  /** For all interactions, one after the other, unless they share one. */
  private double[] filter(double r, double cutoff) {
    double[] offsets = torch.numbers("representation.radial_basis.offsets");
    double[] widths = torch.numbers("representation.radial_basis.widths");
    double[] phi = new double[offsets.length];
    for (int k = 0; k < phi.length; k++) {
      phi[k] = Math.exp(-0.5 / (widths[k] * widths[k]) * (r - offsets[k]) * (r - offsets[k]));
    }
    double fade = 0.5 * (Math.cos(Math.PI * r / cutoff) + 1);
    return Arrays.stream(torch.linear("representation.filter_net", phi)).map(w -> w * fade).toArray();
  }

  private void interaction(int t, List<PlainEdge> edges, double[][] filters, double[][] q, double[][][] mu) {
    double[][] x = new double[q.length][];
    double[][][] old = new double[q.length][3][];
    for (int i = 0; i < q.length; i++) {
      x[i] = dense("representation.interactions." + t + ".interatomic_context_net", q[i]);
      for (int a = 0; a < 3; a++) {
        old[i][a] = mu[i][a].clone();
      }
    }
    int from = sharedFilters ? 0 : 3 * f * t;
    for (int e = 0; e < filters.length; e++) {
      int i = edges.get(e).i();
      int j = edges.get(e).j();
      double[] direction = edges.get(e).direction();
      for (int k = 0; k < f; k++) {
        q[i][k] += filters[e][from + k] * x[j][k];
        double along = filters[e][from + f + k] * x[j][f + k];
        double same = filters[e][from + 2 * f + k] * x[j][2 * f + k];
        for (int a = 0; a < 3; a++) {
          mu[i][a][k] += along * direction[a] + same * old[j][a][k];
        }
      }
    }
  }

  private void mixing(int t, double[] q, double[][] mu) {
    String layer = "representation.mixing." + t + ".";
    double[][] v = new double[3][];
    for (int a = 0; a < 3; a++) {
      v[a] = torch.linear(layer + "mu_channel_mix", mu[a]);
    }
    double[] norm = new double[f];
    double[] product = new double[f];
    for (int k = 0; k < f; k++) {
      norm[k] = Math.sqrt(v[0][k] * v[0][k] + v[1][k] * v[1][k] + v[2][k] * v[2][k] + 1e-8);
      product[k] = v[0][k] * v[0][f + k] + v[1][k] * v[1][f + k] + v[2][k] * v[2][f + k];
    }
    double[] x = dense(layer + "intraatomic_context_net", PlainTorch.joined(q, norm));
    for (int k = 0; k < f; k++) {
      q[k] += x[k] + x[2 * f + k] * product[k];
      for (int a = 0; a < 3; a++) {
        mu[a][k] += x[f + k] * v[a][f + k];
      }
    }
  }

  /** Two layers with SiLU between them. */
  private double[] dense(String layers, double[] x) {
    return torch.linear(layers + ".1", PlainTorch.silu(torch.linear(layers + ".0", x)));
  }
}
