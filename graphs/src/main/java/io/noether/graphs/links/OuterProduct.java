package io.noether.graphs.links;

import io.noether.autodiff.Initial;
import io.noether.autodiff.Space;
import io.noether.autodiff.Tensor;

/**
 * The general equivariant linear layer 2 → 2 on the outer product z_ic z_jc, symmetric and with one output channel,
 * without ever forming the outer product. On it the layer's means are products of node fields (row and column mean
 * z_ic m_c with m the mean of z, diagonal z_ic², total m_c², trace t_c = mean of z_ic²), so off the diagonal
 *
 * <pre>y_ij = 1/C Σ_c w_c z_ic z_jc + u_i + u_j,   u_i = 1/C Σ_c (r_c m_c z_ic + d_c z_ic² + ½ s_c m_c² + ½ q_c t_c) + ½ b</pre>
 *
 * <p>a matrix of rank C + 2, C the number of channels: any pair costs O(C), and nothing of size n² is stored. It starts
 * as the inner product z_i · z_j.
 */
record OuterProduct(GraphFields fields, String name) {
  /** y at the candidate pairs. */
  Tensor apply(Tensor z) {
    int channels = z.shape().dim(0);
    Tensor u = ofNodes(z);
    return dot(z.gather(fields.first()).times(z.gather(fields.second())), "product", channels)
        .plus(u.gather(fields.first())).plus(u.gather(fields.second()));
  }

  private Tensor ofNodes(Tensor z) {
    var tuples = fields.tuples();
    Tensor m = tuples.mean(z, 0);
    Tensor t = tuples.mean(z.square(), 0);
    Tensor bias = fields.graph().parameter(name + ".bias", Space.POINT, new Initial.Constant(0));
    Tensor everywhere = dot(m.square(), "total", 0).plus(dot(t, "trace", 0)).plus(bias).times(0.5);
    return dot(m.gather(tuples.map(1)).times(z), "row", 0).plus(dot(z.square(), "diagonal", 0))
        .plus(everywhere.gather(tuples.map(1)));
  }

  /** The mean over channels of x, weighted. */
  private Tensor dot(Tensor x, String term, double initial) {
    int channels = x.shape().dim(0);
    Tensor weight = fields.graph().parameter(name + "." + term, Space.POINT, new Initial.Constant(initial), channels);
    return fields.graph().contract("k,k->", x, weight).times(1.0 / channels);
  }
}
