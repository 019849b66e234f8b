package io.noether.nn.layers;

/**
 * An irreducible representation of O(3): how 2l + 1 numbers change when the atoms are rotated or reflected.
 *
 * @param degree l: 0 for scalars, 1 for vectors (components x, y, z); 2l + 1 components
 * @param parity +1 (even) or -1 (odd): the sign that an inversion of space gives
 */
public record Irrep(int degree, int parity) {
  /** 0e: energies, distances, charges. */
  public static final Irrep SCALAR = new Irrep(0, 1);

  /** 0o: what changes sign in a mirror, as a triple product of vectors does. */
  public static final Irrep PSEUDOSCALAR = new Irrep(0, -1);

  /** 1o: displacements, forces, dipoles. */
  public static final Irrep VECTOR = new Irrep(1, -1);

  /** 1e: what a mirror leaves alone but a rotation turns, as a cross product of vectors. */
  public static final Irrep PSEUDOVECTOR = new Irrep(1, 1);

  /**
   * 2e: symmetric matrices without a trace, as the quadrupole of charges. The components are those along an orthonormal
   * basis, so that the sum of their squares is that of the matrix's nine: √2·xy, √2·yz, (2zz - xx - yy)/√6, √2·xz,
   * (xx - yy)/√2.
   */
  public static final Irrep TENSOR = new Irrep(2, 1);

  /** Checks the numbers. @throws IllegalArgumentException for a negative degree or a parity other than +1 and -1 */
  public Irrep {
    if (degree < 0 || parity != 1 && parity != -1) {
      throw new IllegalArgumentException("no representation of O(3) has degree " + degree + " and parity " + parity);
    }
  }

  /** 2l + 1. */
  public int dimension() {
    return 2 * degree + 1;
  }

  /** Whether rotations leave it alone. */
  public boolean isScalar() {
    return degree == 0;
  }

  /** The usual short form: degree and e or o, as in {@code 1o}. */
  @Override
  public String toString() {
    return degree + (parity > 0 ? "e" : "o");
  }
}
