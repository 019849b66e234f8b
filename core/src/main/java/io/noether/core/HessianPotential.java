package io.noether.core;

/** A potential that knows the exact second derivatives of its energy. */
public interface HessianPotential extends Potential {
  /**
   * Computes the Hessian d²E/dR² in eV/Å² at a fixed cell. It is a symmetric matrix of 3N × 3N numbers, row by row, in the
   * order x, y, z of the first atom, of the second and so on.
   *
   * @throws InputException if the structure has an element that the potential does not know, two atoms
   *     are in one place, or there are more than 15,000 atoms
   */
  double[] hessian(Structure structure);
}
