package io.noether.core;

/** A potential that knows the exact second derivatives of its energy. */
public interface HessianPotential extends Potential {
  /**
   * d²E/dR², the cell being fixed: 3N × 3N numbers row by row, symmetric, in the order x, y, z of the first atom, of the
   * second and so on, eV/Å².
   *
   * @throws io.noether.core.InputException if the structure has an element that the potential does not know, two atoms
   *     are in one place, or there are more than 15,000 atoms
   */
  double[] hessian(Structure structure);
}
