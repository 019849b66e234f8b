package io.noether.imports;

import io.noether.core.Element;
import io.noether.core.Structure;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * The energy that matgl computes with a TensorNet, in plain loops over 3×3 matrices: its own parameters by their own
 * names, and its own equations ({@code models/_tensornet.py}, {@code layers/_bond.py}, {@code utils/maths.py},
 * {@code apps/pes.py}). The independent truth for what is imported.
 *
 * <p>An edge goes from src to dst and its vector is x_dst − x_src; the embedding is summed at dst, messages at src.
 */
final class PlainMatgl {
  private final PlainTorch torch;
  private final List<Element> elements;
  private final double cutoff;
  private final int radialFunctions;
  private final int f;

  /** @param elements in the order of the embedding's rows */
  PlainMatgl(Map<String, double[]> state, List<Element> elements) {
    torch = new PlainTorch(state);
    this.elements = elements;
    cutoff = torch.numbers("model.bond_expansion.rbf.cutoff")[0];
    f = torch.numbers("model.tensor_embedding.emb2.bias").length;
    radialFunctions = torch.numbers("model.tensor_embedding.distance_proj1.weight").length / f;
  }

  /** eV. */
  double energy(Structure s) {
    List<PlainEdge> edges = PlainEdge.within(cutoff, s);
    PlainMatrix[][] x = embedding(s, edges);
    for (int t = 0; torch.state().containsKey("model.layers." + t + ".linears_tensor.0.weight"); t++) {
      x = interaction("model.layers." + t + ".", x, edges);
    }
    double sum = Arrays.stream(x).mapToDouble(this::readout).sum();
    double energy = torch.numbers("data_std")[0] * sum + torch.numbers("data_mean")[0];
    for (int i = 0; i < s.size(); i++) {
      energy += torch.numbers("element_refs.property_offset")[elements.indexOf(s.element(i))];
    }
    return energy;
  }

  private PlainMatrix[][] embedding(Structure s, List<PlainEdge> edges) {
    String layer = "model.tensor_embedding.";
    PlainMatrix[][] scalar = zero(s.size());
    PlainMatrix[][] skew = zero(s.size());
    PlainMatrix[][] symmetric = zero(s.size());
    for (PlainEdge e : edges) {
      int src = e.i();
      int dst = e.j();
      double[] g = basis(e.length());
      double[] w1 = torch.linear(layer + "distance_proj1", g);
      double[] w2 = torch.linear(layer + "distance_proj2", g);
      double[] w3 = torch.linear(layer + "distance_proj3", g);
      double[] z = torch.linear(layer + "emb2",
          PlainTorch.joined(element(layer, s.element(src)), element(layer, s.element(dst))));
      PlainMatrix turned = PlainMatrix.skew(e.direction());
      PlainMatrix outer = PlainMatrix.outer(e.direction());
      PlainMatrix traceless = outer.plus(-1, outer.scalarPart());
      for (int k = 0; k < f; k++) {
        double c = fade(e.length()) * z[k];
        scalar[dst][k] = scalar[dst][k].plus(c * w1[k], PlainMatrix.UNIT);
        skew[dst][k] = skew[dst][k].plus(c * w2[k], turned);
        symmetric[dst][k] = symmetric[dst][k].plus(c * w3[k], traceless);
      }
    }
    PlainMatrix[][] x = zero(s.size());
    for (int i = 0; i < x.length; i++) {
      double[] squares = new double[f];
      for (int k = 0; k < f; k++) {
        squares[k] = scalar[i][k].plus(skew[i][k]).plus(symmetric[i][k]).squares();
      }
      double[] n = torch.layerNorm(layer + "init_norm", squares);
      n = PlainTorch.silu(torch.linear(layer + "linears_scalar.0", n));
      n = PlainTorch.silu(torch.linear(layer + "linears_scalar.1", n));
      PlainMatrix[] mixedScalar = mixed(layer + "linears_tensor.0", scalar[i]);
      PlainMatrix[] mixedSkew = mixed(layer + "linears_tensor.1", skew[i]);
      PlainMatrix[] mixedSymmetric = mixed(layer + "linears_tensor.2", symmetric[i]);
      for (int k = 0; k < f; k++) { // three numbers for each channel, one after the other
        x[i][k] = mixedScalar[k].times(n[3 * k]).plus(n[3 * k + 1], mixedSkew[k]).plus(n[3 * k + 2], mixedSymmetric[k]);
      }
    }
    return x;
  }

  private PlainMatrix[][] interaction(String layer, PlainMatrix[][] given, List<PlainEdge> edges) {
    int atoms = given.length;
    PlainMatrix[][] x = new PlainMatrix[atoms][];
    PlainMatrix[][] scalar = new PlainMatrix[atoms][];
    PlainMatrix[][] skew = new PlainMatrix[atoms][];
    PlainMatrix[][] symmetric = new PlainMatrix[atoms][];
    for (int i = 0; i < atoms; i++) {
      x[i] = normalised(given[i]);
      scalar[i] = mixed(layer + "linears_tensor.0", scalarParts(x[i]));
      skew[i] = mixed(layer + "linears_tensor.1", skewParts(x[i]));
      symmetric[i] = mixed(layer + "linears_tensor.2", symmetricParts(x[i]));
    }
    PlainMatrix[][] messages = zero(atoms);
    for (PlainEdge e : edges) {
      int src = e.i();
      int dst = e.j();
      double[] n = PlainTorch.silu(torch.linear(layer + "linears_scalar.0", basis(e.length())));
      n = PlainTorch.silu(torch.linear(layer + "linears_scalar.1", n));
      n = PlainTorch.silu(torch.linear(layer + "linears_scalar.2", n));
      double c = fade(e.length());
      for (int k = 0; k < f; k++) {
        messages[src][k] = messages[src][k].plus(c * n[3 * k], scalar[dst][k]).plus(c * n[3 * k + 1], skew[dst][k])
            .plus(c * n[3 * k + 2], symmetric[dst][k]);
      }
    }
    PlainMatrix[][] result = new PlainMatrix[atoms][f];
    for (int i = 0; i < atoms; i++) {
      PlainMatrix[] products = new PlainMatrix[f];
      for (int k = 0; k < f; k++) {
        PlainMatrix own = scalar[i][k].plus(skew[i][k]).plus(symmetric[i][k]);
        products[k] = messages[i][k].times(own).plus(own.times(messages[i][k]));
      }
      PlainMatrix[] b = normalised(products);
      PlainMatrix[] changeScalar = mixed(layer + "linears_tensor.3", scalarParts(b));
      PlainMatrix[] changeSkew = mixed(layer + "linears_tensor.4", skewParts(b));
      PlainMatrix[] changeSymmetric = mixed(layer + "linears_tensor.5", symmetricParts(b));
      for (int k = 0; k < f; k++) {
        PlainMatrix change = changeScalar[k].plus(changeSkew[k]).plus(changeSymmetric[k]);
        result[i][k] = x[i][k].plus(change).plus(change.times(change));
      }
    }
    return result;
  }

  private double readout(PlainMatrix[] x) {
    double[] norms = new double[3 * f];
    for (int k = 0; k < f; k++) {
      norms[k] = x[k].scalarPart().squares();
      norms[f + k] = x[k].skewPart().squares();
      norms[2 * f + k] = x[k].symmetricPart().squares();
    }
    double[] y = torch.linear("model.linear", torch.layerNorm("model.out_norm", norms));
    double[] value = y;
    double[] gate = y;
    for (int layer = 0; layer <= 6; layer += 2) {
      value = torch.linear("model.final_layer.gated.layers." + layer, value);
      gate = torch.linear("model.final_layer.gated.gates." + layer, gate);
      if (layer < 6) {
        value = PlainTorch.silu(value);
        gate = PlainTorch.silu(gate);
      }
    }
    return value[0] * PlainTorch.sigmoid(gate[0]);
  }

  private double[] element(String layer, Element element) {
    return torch.embedding(layer + "emb", elements.indexOf(element), f);
  }

  /** Mixes channels by a matrix [out, in]. */
  private PlainMatrix[] mixed(String layer, PlainMatrix[] x) {
    double[] weight = torch.numbers(layer + ".weight");
    PlainMatrix[] y = new PlainMatrix[f];
    for (int out = 0; out < f; out++) {
      y[out] = PlainMatrix.ZERO;
      for (int in = 0; in < f; in++) {
        y[out] = y[out].plus(weight[out * f + in], x[in]);
      }
    }
    return y;
  }

  private static PlainMatrix[] normalised(PlainMatrix[] x) {
    return Arrays.stream(x).map(m -> m.times(1 / (m.squares() + 1))).toArray(PlainMatrix[]::new);
  }

  private static PlainMatrix[] scalarParts(PlainMatrix[] x) {
    return Arrays.stream(x).map(PlainMatrix::scalarPart).toArray(PlainMatrix[]::new);
  }

  private static PlainMatrix[] skewParts(PlainMatrix[] x) {
    return Arrays.stream(x).map(PlainMatrix::skewPart).toArray(PlainMatrix[]::new);
  }

  private static PlainMatrix[] symmetricParts(PlainMatrix[] x) {
    return Arrays.stream(x).map(PlainMatrix::symmetricPart).toArray(PlainMatrix[]::new);
  }

  private PlainMatrix[][] zero(int atoms) {
    PlainMatrix[][] zero = new PlainMatrix[atoms][f];
    for (PlainMatrix[] channels : zero) {
      Arrays.fill(channels, PlainMatrix.ZERO);
    }
    return zero;
  }

  /** The cosine cutoff. */
  private double fade(double r) {
    return r <= cutoff ? 0.5 * (Math.cos(Math.PI * r / cutoff) + 1) : 0;
  }

  /** Smooth spherical Bessel functions, made orthogonal one after the other. */
  private double[] basis(double r) {
    double[] g = new double[radialFunctions];
    double d = 1;
    for (int m = 0; m < g.length; m++) {
      double own = (m % 2 == 0 ? 1 : -1) * Math.sqrt(2) * Math.PI / Math.pow(cutoff, 1.5) * (m + 1) * (m + 2)
          / Math.sqrt((m + 1) * (m + 1) + (m + 2) * (m + 2))
          * (sinc((m + 1) * Math.PI * r / cutoff) + sinc((m + 2) * Math.PI * r / cutoff));
      if (m == 0) {
        g[0] = own;
      } else {
        double e = m * m * (m + 2.0) * (m + 2) / (4 * Math.pow(m + 1, 4) + 1);
        double next = 1 - e / d;
        g[m] = (own + Math.sqrt(e / d) * g[m - 1]) / Math.sqrt(next);
        d = next;
      }
    }
    return g;
  }

  private static double sinc(double x) {
    return Math.sin(x) / x;
  }
}
