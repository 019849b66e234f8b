package io.noether.core.geometry;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.apache.commons.numbers.core.Norm;
import org.apache.commons.numbers.quaternion.Quaternion;

/** A rotation or a rotation with reflection: a real 3x3 matrix R with R·Rᵀ = 1. Acts on column vectors, r → R·r. */
public final class Orthogonal {
  private static final double TOLERANCE = 1e-9;

  private final double[] m;

  private Orthogonal(double[] rowMajor) {
    this.m = rowMajor;
  }

  /** The transformation that changes nothing. */
  public static Orthogonal identity() {
    return new Orthogonal(new double[] {1, 0, 0, 0, 1, 0, 0, 0, 1});
  }

  /** The point reflection r → −r. */
  public static Orthogonal inversion() {
    return new Orthogonal(new double[] {-1, 0, 0, 0, -1, 0, 0, 0, -1});
  }

  /**
   * The transformation with a given matrix.
   *
   * @param rowMajor nine numbers, row by row
   * @throws IllegalArgumentException if the matrix is not orthogonal to 1e-9
   */
  public static Orthogonal of(double... rowMajor) {
    if (rowMajor.length != 9) {
      throw new IllegalArgumentException("a 3x3 matrix has 9 numbers, not " + rowMajor.length);
    }
    var candidate = new Orthogonal(rowMajor.clone());
    var product = candidate.then(candidate.transpose()).m;
    for (int k = 0; k < 9; k++) {
      double expected = k % 4 == 0 ? 1 : 0;
      if (!(Math.abs(product[k] - expected) <= TOLERANCE)) {
        throw new IllegalArgumentException("not an orthogonal matrix: " + Arrays.toString(rowMajor));
      }
    }
    return candidate;
  }

  /**
   * The right-handed rotation about an axis.
   *
   * @param axis three components, any length but zero
   * @param angle in radians
   */
  public static Orthogonal rotation(double[] axis, double angle) {
    double length = length(axis);
    double s = Math.sin(angle / 2) / length;
    return rotation(Quaternion.of(Math.cos(angle / 2), s * axis[0], s * axis[1], s * axis[2]));
  }

  /**
   * The reflection in the plane through the origin with a given normal.
   *
   * @param normal three components, any length but zero
   */
  public static Orthogonal reflection(double[] normal) {
    double length = length(normal);
    var m = identity().m;
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        m[3 * i + j] -= 2 * (normal[i] / length) * (normal[j] / length);
      }
    }
    return new Orthogonal(m);
  }

  /**
   * A rotation drawn uniformly (Haar measure) from all rotations: a Gaussian vector in four dimensions has a uniform
   * direction, and unit quaternions cover the rotations evenly (Shoemake, Graphics Gems III (1992)).
   */
  public static Orthogonal randomRotation(RandomGenerator random) {
    while (true) {
      var drawn = Quaternion.of(random.nextGaussian(), random.nextGaussian(), random.nextGaussian(),
          random.nextGaussian());
      if (drawn.norm() > 1e-3) {
        return rotation(drawn.normalize());
      }
    }
  }

  /** A transformation drawn uniformly from all rotations and reflected rotations. */
  public static Orthogonal random(RandomGenerator random) {
    var rotation = randomRotation(random);
    return random.nextBoolean() ? rotation : rotation.then(inversion());
  }

  /** r → q·r·q̄ for a unit quaternion q: its columns are what becomes of the axes. */
  private static Orthogonal rotation(Quaternion q) {
    var m = new double[9];
    for (int column = 0; column < 3; column++) {
      var axis = Quaternion.of(0, column == 0 ? 1 : 0, column == 1 ? 1 : 0, column == 2 ? 1 : 0);
      double[] turned = q.multiply(axis).multiply(q.conjugate()).getVectorPart();
      for (int row = 0; row < 3; row++) {
        m[3 * row + column] = turned[row];
      }
    }
    return new Orthogonal(m);
  }

  private static double length(double[] vector) {
    if (vector.length != 3) {
      throw new IllegalArgumentException("a vector has 3 components, not " + vector.length);
    }
    double length = Norm.L2.of(vector);
    if (!(length > 0 && length < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("no direction in " + Arrays.toString(vector));
    }
    return length;
  }

  /** Entry in a row and a column, both 0 to 2. */
  public double get(int row, int column) {
    return m[3 * row + column];
  }

  /** The nine entries, row by row; the caller's own copy. */
  public double[] matrix() {
    return m.clone();
  }

  /** +1 for a rotation, −1 for one with a reflection. */
  public int determinant() {
    return Matrix3.determinant(m) > 0 ? 1 : -1;
  }

  /** The inverse, which for an orthogonal matrix is its transpose. */
  public Orthogonal transpose() {
    return new Orthogonal(Matrix3.transposed(m));
  }

  /** This transformation followed by another: the matrix {@code next}·this. */
  public Orthogonal then(Orthogonal next) {
    return new Orthogonal(Matrix3.product(next.m, m));
  }

  /**
   * Transforms vectors stored one after the other.
   *
   * @param vectors any number of vectors, three components each
   * @return R·r for each, in a new array
   */
  public double[] apply(double... vectors) {
    if (vectors.length % 3 != 0) {
      throw new IllegalArgumentException("vectors of 3 components cannot have " + vectors.length + " numbers");
    }
    var result = new double[vectors.length];
    for (int k = 0; k < vectors.length; k += 3) {
      double x = vectors[k];
      double y = vectors[k + 1];
      double z = vectors[k + 2];
      result[k] = m[0] * x + m[1] * y + m[2] * z;
      result[k + 1] = m[3] * x + m[4] * y + m[5] * z;
      result[k + 2] = m[6] * x + m[7] * y + m[8] * z;
    }
    return result;
  }

  /**
   * Transforms a Cartesian tensor of rank two, such as a stress.
   *
   * @param tensor nine numbers, row by row
   * @return R·t·Rᵀ in a new array
   */
  public double[] applyToTensor(double[] tensor) {
    return Matrix3.product(Matrix3.product(m, tensor), Matrix3.transposed(m));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Orthogonal o && Arrays.equals(m, o.m);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(m);
  }

  @Override
  public String toString() {
    return "Orthogonal" + Arrays.toString(m);
  }
}
