package io.noether.nn.training;

import io.noether.core.Structure;
import io.noether.core.io.Sha256;
import java.nio.ByteBuffer;
import java.util.List;

/**
 * A fingerprint of what is learned from: elements, positions, cells and labels, in order; not of how files are written.
 */
final class DataHash {
  private DataHash() {}

  /** SHA-256 in hexadecimal. */
  static String of(List<Structure> structures) {
    var hash = new Sha256();
    for (Structure s : structures) {
      var labels = s.labels();
      double[] forces = labels.forces().orElse(new double[0]);
      double[] stress = labels.stress().orElse(new double[0]);
      double[] cell = s.cell().vectors();
      var bytes = ByteBuffer.allocate(Double.BYTES * (4 * s.size() + cell.length + 8 + forces.length + stress.length));
      bytes.putInt(s.size());
      for (int i = 0; i < s.size(); i++) {
        bytes.putInt(s.atomicNumber(i));
        for (int axis = 0; axis < 3; axis++) {
          bytes.putDouble(s.position(i, axis));
        }
      }
      put(cell, bytes);
      for (int k = 0; k < 3; k++) {
        bytes.put((byte) (s.periodicity().along(k) ? 1 : 0));
      }
      bytes.putDouble(labels.energy().orElse(Double.NaN));
      put(forces, bytes);
      put(stress, bytes);
      hash.add(bytes.flip());
    }
    return hash.hexadecimal();
  }

  private static void put(double[] values, ByteBuffer into) {
    into.putInt(values.length);
    for (double value : values) {
      into.putDouble(value);
    }
  }
}
