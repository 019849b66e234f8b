package io.noether.autodiff.emit;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;

/**
 * The widest vectors of the processor. This is the one class that is compiled against the vector module, so it must not
 * be loaded without it; kernels name the module in the bytecode that is written for them.
 */
final class PreferredSpecies {
  static final int FLOAT_LANES = FloatVector.SPECIES_PREFERRED.length();
  static final int DOUBLE_LANES = DoubleVector.SPECIES_PREFERRED.length();

  /** AVX-512 has 32 vector registers; other processors are taken for AVX, which has 16. */
  static final int REGISTERS = FloatVector.SPECIES_PREFERRED.vectorBitSize() == 512 ? 32 : 16;

  private PreferredSpecies() {}
}
