package io.noether.nn.graphs;

import io.noether.autodiff.Initial;
import io.noether.autodiff.Space;
import io.noether.autodiff.Tensor;

/**
 * The general equivariant linear layer 2 → 2 on the outer product z_ic z_jc, symmetric and with one output channel,
 * without ever forming the outer product. On it the layer's means are products of node fields (row and column mean
 * z_ic m_c with m the mean of z, diagonal z_ic², total m_c², trace t_c = mean of z_ic²), so off the diagonal
 *
 * <pre>y_ij = Σ_c w_c z_ic z_jc + u_i + u_j,   u_i = Σ_c (r_c m_c z_ic + d_c z_ic² + ½ s_c m_c² + ½ q_c t_c) + ½ b</pre>
 *
 * <p>a matrix of rank channels + 2: any pair costs O(channels). It starts as the inner product z_i · z_j.
 */
record OuterProduct(GraphFields fields, String name) {
  /** y at the candidate pairs. */
  Tensor apply(Tensor z) {
    var graph = fields.graph();
    Tensor product = z.gather(fields.first()).times(z.gather(fields.second()));
    Tensor y = graph.contract("k,k->", product, weight("product", z, 1));
    Tensor u = nodes(z);
    return y.plus(u.gather(fields.first())).plus(u.gather(fields.second()));
  }

  private Tensor nodes(Tensor z) {
    var graph = fields.graph();
    var tuples = fields.tuples();
    Tensor m = tuples.mean(z, 0);
    Tensor t = tuples.mean(z.square(), 0);
    Tensor rows = graph.contract("k,k->", m.gather(tuples.map(1)).times(z), weight("row", z, 0));
    Tensor diagonal = graph.contract("k,k->", z.square(), weight("diagonal", z, 0));
    Tensor total = graph.contract("k,k->", m.square(), weight("total", z, 0));
    Tensor trace = graph.contract("k,k->", t, weight("trace", z, 0));
    Tensor bias = graph.parameter(name + ".bias", Space.POINT, new Initial.Constant(0));
    Tensor everywhere = total.plus(trace).plus(bias).times(0.5);
    return rows.plus(diagonal).plus(everywhere.gather(tuples.map(1)));
  }

  private Tensor weight(String term, Tensor z, double initial) {
    return fields.graph().parameter(name + "." + term, Space.POINT, new Initial.Constant(initial), z.shape().dim(0));
  }
}
