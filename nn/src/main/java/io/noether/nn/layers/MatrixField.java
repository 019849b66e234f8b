package io.noether.nn.layers;

import io.noether.autodiff.Tensor;

/**
 * The components of {@link CartesianTensor}s, for products.
 *
 * @param components rows of [3, 3, channels]
 */
record MatrixField(Tensor components) {
  private static final double ROOT_HALF = Math.sqrt(0.5);
  private static final double ROOT_SIXTH = Math.sqrt(1.0 / 6);

  /** Blocks of a tensor's rows, of equal length: blocks of the flattened one, so that their gradients are joined there. */
  private record Blocks(Tensor flat, int length) {
    static Blocks of(Tensor t, int length) {
      return new Blocks(t.reshape(t.shape().size()), length);
    }

    Tensor get(int k) {
      return flat.slice(0, k * length, length);
    }

    Tensor get(int row, int column) {
      return get(3 * row + column);
    }
  }

  /** i·1 + [a]× + S. */
  static MatrixField of(CartesianTensor x) {
    int channels = x.channels();
    Tensor i = x.scalar().tensor();
    Blocks a = Blocks.of(x.vector().tensor(), channels);
    Blocks s = Blocks.of(x.symmetric().tensor(), channels);
    Tensor xy = s.get(0).times(ROOT_HALF);
    Tensor yz = s.get(1).times(ROOT_HALF);
    Tensor zz = s.get(2).times(ROOT_SIXTH);
    Tensor xz = s.get(3).times(ROOT_HALF);
    Tensor xx = s.get(4).times(ROOT_HALF);
    Tensor rows = i.graph().concat(0, //
        i.minus(zz).plus(xx), xy.minus(a.get(2)), xz.plus(a.get(1)), //
        xy.plus(a.get(2)), i.minus(zz).minus(xx), yz.minus(a.get(0)), //
        xz.minus(a.get(1)), yz.plus(a.get(0)), i.plus(zz.times(2)));
    return new MatrixField(rows.reshape(3, 3, channels));
  }

  /** uuᵀ - ⅓|u|²: single, 2e, from a single vector. */
  static Features quadrupole(Features u) {
    Tensor square = u.tensor().graph().contract("a,b->ab", u.tensor(), u.tensor());
    return Features.of(Irrep.TENSOR, symmetric(Blocks.of(square, 1)), u.layer());
  }

  MatrixField plus(MatrixField other) {
    return new MatrixField(components.plus(other.components));
  }

  /** The matrix product, channel by channel. */
  MatrixField times(MatrixField other) {
    return new MatrixField(components.graph().contract("abf,bcf->acf", components, other.components));
  }

  /** The irreducible parts: trace, antisymmetric, and symmetric without trace. */
  CartesianTensor parts() {
    int channels = components.shape().dim(2);
    Blocks m = Blocks.of(components, channels);
    Tensor i = m.get(0, 0).plus(m.get(1, 1)).plus(m.get(2, 2)).times(1.0 / 3);
    Tensor a = i.graph().concat(0, m.get(2, 1).minus(m.get(1, 2)), m.get(0, 2).minus(m.get(2, 0)),
        m.get(1, 0).minus(m.get(0, 1))).times(0.5);
    return new CartesianTensor(Features.of(Irrep.SCALAR, i, "trace"),
        Features.of(Irrep.VECTOR, a.reshape(3, channels), "antisymmetric part"),
        Features.of(Irrep.TENSOR, symmetric(m).reshape(5, channels), "symmetric part"));
  }

  /** The symmetric part without its trace, along the basis of {@link Irrep#TENSOR}. */
  private static Tensor symmetric(Blocks m) {
    Tensor xx = m.get(0, 0);
    Tensor yy = m.get(1, 1);
    return xx.graph().concat(0, m.get(0, 1).plus(m.get(1, 0)).times(ROOT_HALF),
        m.get(1, 2).plus(m.get(2, 1)).times(ROOT_HALF),
        m.get(2, 2).times(2).minus(xx).minus(yy).times(ROOT_SIXTH),
        m.get(0, 2).plus(m.get(2, 0)).times(ROOT_HALF), xx.minus(yy).times(ROOT_HALF));
  }
}
