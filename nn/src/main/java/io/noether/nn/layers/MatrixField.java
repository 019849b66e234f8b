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

  /** i·1 + [a]× + S. */
  static MatrixField of(CartesianTensor x) {
    int channels = x.channels();
    Tensor i = x.scalar().tensor().reshape(1, channels);
    Tensor a = x.vector().tensor();
    Tensor s = x.symmetric().tensor();
    Tensor xy = s.slice(0, 0, 1).times(ROOT_HALF);
    Tensor yz = s.slice(0, 1, 1).times(ROOT_HALF);
    Tensor zz = s.slice(0, 2, 1).times(ROOT_SIXTH);
    Tensor xz = s.slice(0, 3, 1).times(ROOT_HALF);
    Tensor xx = s.slice(0, 4, 1).times(ROOT_HALF);
    Tensor ax = a.slice(0, 0, 1);
    Tensor ay = a.slice(0, 1, 1);
    Tensor az = a.slice(0, 2, 1);
    Tensor all = i.graph().concat(0, i.minus(zz).plus(xx), xy.minus(az), xz.plus(ay), xy.plus(az),
        i.minus(zz).minus(xx), yz.minus(ax), xz.minus(ay), yz.plus(ax), i.plus(zz.times(2)));
    return new MatrixField(all.reshape(3, 3, channels));
  }

  /** The type of uuᵀ - ⅓|u|²: single, 2e, from a single vector. */
  static Features quadrupole(Features u) {
    Tensor square = u.tensor().graph().contract("a,b->ab", u.tensor(), u.tensor());
    return Features.of(Irrep.TENSOR, symmetricPart(square.reshape(9)), u.layer());
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
    Tensor m = components.reshape(9, channels);
    Tensor i = at(m, 0, 0).plus(at(m, 1, 1)).plus(at(m, 2, 2)).times(1.0 / 3).reshape(channels);
    Tensor a = m.graph().concat(0, at(m, 2, 1).minus(at(m, 1, 2)), at(m, 0, 2).minus(at(m, 2, 0)),
        at(m, 1, 0).minus(at(m, 0, 1))).times(0.5);
    return new CartesianTensor(Features.of(Irrep.SCALAR, i, "trace"),
        Features.of(Irrep.VECTOR, a, "antisymmetric part"),
        Features.of(Irrep.TENSOR, symmetricPart(m), "symmetric part"));
  }

  /** The symmetric part without its trace, in the basis of {@link Irrep#TENSOR}; nine components along the first axis. */
  private static Tensor symmetricPart(Tensor m) {
    Tensor xx = at(m, 0, 0);
    Tensor yy = at(m, 1, 1);
    return m.graph().concat(0, at(m, 0, 1).plus(at(m, 1, 0)).times(ROOT_HALF),
        at(m, 1, 2).plus(at(m, 2, 1)).times(ROOT_HALF),
        at(m, 2, 2).times(2).minus(xx).minus(yy).times(ROOT_SIXTH),
        at(m, 0, 2).plus(at(m, 2, 0)).times(ROOT_HALF), xx.minus(yy).times(ROOT_HALF));
  }

  private static Tensor at(Tensor m, int row, int column) {
    return m.slice(0, 3 * row + column, 1);
  }
}
