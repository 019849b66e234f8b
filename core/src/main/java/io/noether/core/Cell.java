package io.noether.core;

import io.noether.core.geometry.Matrix3;
import io.noether.core.geometry.Orthogonal;
import java.util.Arrays;

/**
 * The box around a structure: three lattice vectors a, b, c (Å), and along which of them it repeats. The vectors may have
 * any shape and handedness, and those along which the cell does not repeat may be anything, zero included.
 *
 * <p>Some geometry needs three independent vectors even when fewer repeat. {@link #basis(int, int)} has them: the
 * vectors that repeat, and unit vectors at right angles to those in place of the others.
 */
public final class Cell {
  /** Faces closer than this (Å) make a cell singular: no crystal has atoms this close to their own images. */
  private static final double THINNEST = 0.01;

  private static final Cell ISOLATED = new Cell(new double[9], Periodicity.NONE);

  private final double[] vectors;
  private final Periodicity periodicity;
  private final double[] basis;
  private final double[] reciprocal;

  private Cell(double[] vectors, Periodicity periodicity) {
    this.vectors = vectors;
    this.periodicity = periodicity;
    this.basis = complete(vectors, periodicity);
    this.reciprocal = Matrix3.transposed(Matrix3.inverse(basis));
  }

  /** The cell of a molecule, which has no lattice at all. */
  public static Cell isolated() {
    return ISOLATED;
  }

  /**
   * A cell that repeats along all three vectors.
   *
   * @param vectors a, b, c one after the other (9 numbers, Å)
   * @throws InputException if the cell is singular or not finite
   */
  public static Cell of(double... vectors) {
    return of(vectors, Periodicity.ALL);
  }

  /**
   * A cell that repeats along some of its vectors.
   *
   * @param vectors a, b, c one after the other (9 numbers, Å)
   * @throws InputException if a number is not finite, or the vectors that repeat are not independent (faces closer
   *     than 0.01 Å)
   */
  public static Cell of(double[] vectors, Periodicity periodicity) {
    if (vectors.length != 9) {
      throw new IllegalArgumentException("a cell has 9 numbers, not " + vectors.length);
    }
    if (!Rows.finite(vectors)) {
      throw new InputException("the cell " + Arrays.toString(vectors) + " is not finite; correct it");
    }
    var cell = new Cell(vectors.clone(), periodicity);
    for (int k = 0; k < 3; k++) {
      if (periodicity.along(k) && !(cell.height(k) >= THINNEST && cell.height(k) < Double.POSITIVE_INFINITY)) {
        throw new InputException("the cell " + Arrays.toString(vectors) + " is singular: periodic vectors must be"
            + " independent, with faces at least " + THINNEST + " Å apart; correct it or its periodicity");
      }
    }
    return cell;
  }

  /** A rectangular cell that repeats along its three edges (Å). */
  public static Cell box(double lx, double ly, double lz) {
    return of(lx, 0, 0, 0, ly, 0, 0, 0, lz);
  }

  private static double[] complete(double[] vectors, Periodicity periodicity) {
    var basis = new double[9];
    int kept = 0;
    for (int k = 0; k < 3; k++) {
      if (periodicity.along(k)) {
        System.arraycopy(vectors, 3 * k, basis, 3 * k, 3);
        kept++;
      }
    }
    for (int k = 0; k < 3; k++) {
      if (!periodicity.along(k)) {
        setRow(basis, k, orthogonalUnit(basis, k, kept));
        kept++;
      }
    }
    return basis;
  }

  /** A unit vector at right angles to the other rows that are already there, for row k. */
  private static double[] orthogonalUnit(double[] basis, int k, int kept) {
    int p = (k + 1) % 3;
    int q = (k + 2) % 3;
    double[] normal = switch (kept) {
      case 0 -> axis(k);
      case 1 -> {
        int only = Rows.length(basis, p) > 0 ? p : q;
        yield Rows.cross(basis, only, axis(leastAligned(basis, only)), 0);
      }
      default -> Rows.cross(basis, p, basis, q);
    };
    double length = Rows.length(normal, 0);
    return new double[] {normal[0] / length, normal[1] / length, normal[2] / length};
  }

  private static double[] axis(int k) {
    var axis = new double[3];
    axis[k] = 1;
    return axis;
  }

  private static int leastAligned(double[] basis, int row) {
    int least = 0;
    for (int axis = 1; axis < 3; axis++) {
      if (Math.abs(basis[3 * row + axis]) < Math.abs(basis[3 * row + least])) {
        least = axis;
      }
    }
    return least;
  }

  private static void setRow(double[] matrix, int row, double[] vector) {
    System.arraycopy(vector, 0, matrix, 3 * row, 3);
  }

  /** Returns along which of the vectors the cell repeats. */
  public Periodicity periodicity() {
    return periodicity;
  }

  /** Returns whether the cell repeats along any vector. */
  public boolean isPeriodic() {
    return periodicity.any();
  }

  /** Returns whether any lattice vector is not zero, whether the cell repeats along it or not. */
  public boolean hasLattice() {
    for (double component : vectors) {
      if (component != 0) {
        return true;
      }
    }
    return false;
  }

  /** Returns a component (0 to 2) of lattice vector 0, 1 or 2, in Å. */
  public double get(int vector, int component) {
    return vectors[3 * vector + component];
  }

  /** Returns a copy of the lattice vectors a, b, c, one after the other (9 numbers, Å). */
  public double[] vectors() {
    return vectors.clone();
  }

  /** Returns the volume |a·(b×c)| in Å³, which is zero without a lattice. */
  public double volume() {
    return Math.abs(Matrix3.determinant(vectors));
  }

  /** Returns a component, in Å, of one of the three independent vectors that the class comment describes. */
  public double basis(int vector, int component) {
    return basis[3 * vector + component];
  }

  /**
   * Returns a component, in 1/Å, of the vector that is dual to one of the basis, without a factor 2π. The dot product of
   * that vector with a position is a fractional coordinate.
   */
  public double reciprocal(int vector, int component) {
    return reciprocal[3 * vector + component];
  }

  /** Returns the fractional coordinate of a point (Å) along a basis vector. */
  public double fraction(int vector, double x, double y, double z) {
    return reciprocal[3 * vector] * x + reciprocal[3 * vector + 1] * y + reciprocal[3 * vector + 2] * z;
  }

  /** Returns the distance in Å between the two faces that basis vector k joins. */
  public double height(int k) {
    return 1 / Rows.length(reciprocal, k);
  }

  /** Returns the cell turned or reflected, as the structure in it is. */
  public Cell transformed(Orthogonal transformation) {
    return new Cell(transformation.apply(vectors), periodicity);
  }

  /**
   * Returns the cell with each of its vectors multiplied by a factor.
   *
   * @throws InputException if it becomes singular
   */
  public Cell scaled(double fa, double fb, double fc) {
    var scaled = vectors.clone();
    for (int component = 0; component < 3; component++) {
      scaled[component] *= fa;
      scaled[3 + component] *= fb;
      scaled[6 + component] *= fc;
    }
    return of(scaled, periodicity);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Cell cell && Arrays.equals(vectors, cell.vectors) && periodicity.equals(cell.periodicity);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(vectors) + periodicity.hashCode();
  }

  @Override
  public String toString() {
    return hasLattice() ? "Cell" + Arrays.toString(vectors) + " " + periodicity : "Cell.isolated";
  }
}
