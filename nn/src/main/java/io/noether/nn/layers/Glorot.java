package io.noether.nn.layers;

import io.noether.autodiff.Initial;

/**
 * The usual start of a weight matrix (Glorot and Bengio, "Understanding the difficulty of training deep feedforward neural
 * networks", AISTATS 2010, eq. 16).
 */
public final class Glorot {
  private Glorot() {}

  /**
   * Numbers uniform between ±√(6 / (in + out)).
   *
   * @param in number of channels that a layer reads
   * @param out number of channels that it gives
   */
  public static Initial uniform(int in, int out) {
    return new Initial.Uniform(Math.sqrt(6.0 / (in + out)));
  }
}
