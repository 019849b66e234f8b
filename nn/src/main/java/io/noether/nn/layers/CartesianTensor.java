package io.noether.nn.layers;

import io.noether.autodiff.Index;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;

/**
 * A 3×3 matrix in each channel, X = i·1 + [a]× + S, kept as its irreducible parts (Simeon and De Fabritiis, "TensorNet:
 * Cartesian tensor representations for efficient learning of molecular potentials", NeurIPS 2023, eq. 4): nine numbers
 * instead of nine components, of which a layer may mix channels with different weights for each part.
 *
 * <p>The vector a has odd parity. So an orthogonal Q turns X into Q·X·Qᵀ if it is a rotation, and into Q·Xᵀ·Qᵀ if it
 * reflects: transposition undoes the sign that [Qa]× = det(Q)·Q[a]×Qᵀ brings. A product XY does not follow that, since
 * (XY)ᵀ = YᵀXᵀ; XY + YX does. It is the only product here, which makes every network of these O(3)-equivariant.
 *
 * @param scalar i: 0e
 * @param vector a, with [a]×b = a×b: 1o
 * @param symmetric S, traceless: 2e
 */
public record CartesianTensor(Features scalar, Features vector, Features symmetric) {
  /** Checks the types. @throws TypeException if a part has another type, or another number of channels */
  public CartesianTensor {
    if (!scalar.irrep().equals(Irrep.SCALAR) || !vector.irrep().equals(Irrep.VECTOR)
        || !symmetric.irrep().equals(Irrep.TENSOR) || scalar.single() || vector.single() || symmetric.single()
        || scalar.channels() != vector.channels() || scalar.channels() != symmetric.channels()) {
      throw new TypeException("a Cartesian tensor needs the types 0e, 1o and 2e with as many channels each, not "
          + scalar + ", " + vector + " and " + symmetric);
    }
  }

  /**
   * i·1 + a·[u]× + s·(uuᵀ - ⅓), the matrices that a direction allows.
   *
   * @param u a unit vector: single, 1o
   * @param weights i, a and s: even scalars in channels
   * @throws TypeException if these are not three
   */
  public static CartesianTensor along(Features u, List<Features> weights) {
    checkThree(weights);
    return new CartesianTensor(weights.get(0), weights.get(1).times(u),
        weights.get(2).times(MatrixField.quadrupole(u)));
  }

  /** How many matrices a row has. */
  public int channels() {
    return scalar.channels();
  }

  /** X + Y. */
  public CartesianTensor plus(CartesianTensor other) {
    return with(other, Features::plus);
  }

  /** X times even scalars. */
  public CartesianTensor times(Features factor) {
    return each(part -> part.times(factor));
  }

  /** Each part times even scalars of its own, those for i, a and S. @throws TypeException if these are not three */
  public CartesianTensor times(List<Features> factors) {
    checkThree(factors);
    return new CartesianTensor(scalar.times(factors.get(0)), vector.times(factors.get(1)),
        symmetric.times(factors.get(2)));
  }

  /** XY + YX, channel by channel. */
  public CartesianTensor anticommutator(CartesianTensor other) {
    MatrixField x = MatrixField.of(this);
    MatrixField y = MatrixField.of(other);
    return x.times(y).plus(y.times(x)).parts();
  }

  /** X·X. */
  public CartesianTensor square() {
    MatrixField x = MatrixField.of(this);
    return x.times(x).parts();
  }

  /** Σ of the squares of the components of i·1, of [a]× and of S, in this order: even scalars. */
  public List<Features> squaredNorms() {
    return List.of(scalar.squaredNorm().times(3), vector.squaredNorm().times(2), symmetric.squaredNorm());
  }

  /** ‖X‖², the sum of the squares of all nine components: the parts are orthogonal. */
  public Features squaredNorm() {
    return squaredNorms().stream().reduce(Features::plus).orElseThrow();
  }

  /** X / (‖X‖² + 1). */
  public CartesianTensor normalised() {
    return times(squaredNorm().plus(1).reciprocal());
  }

  /** Row r of the result is row {@code index[r]} of this one. */
  public CartesianTensor gather(Index index) {
    return each(part -> part.gather(index));
  }

  /** Row s of the result is the sum of the rows r with {@code index[r] = s}. */
  public CartesianTensor sum(Index index) {
    return each(part -> part.sum(index));
  }

  private static void checkThree(List<Features> scalars) {
    if (scalars.size() != 3) {
      throw new TypeException("the parts of a Cartesian tensor take three kinds of scalars, not " + scalars.size());
    }
  }

  private CartesianTensor each(UnaryOperator<Features> operation) {
    return new CartesianTensor(operation.apply(scalar), operation.apply(vector), operation.apply(symmetric));
  }

  private CartesianTensor with(CartesianTensor other, BinaryOperator<Features> operation) {
    return new CartesianTensor(operation.apply(scalar, other.scalar), operation.apply(vector, other.vector),
        operation.apply(symmetric, other.symmetric));
  }
}
