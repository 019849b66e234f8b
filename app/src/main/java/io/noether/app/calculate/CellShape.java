package io.noether.app.calculate;

import io.noether.core.Cell;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A cell as crystallographers describe it.
 *
 * @param lengths of a, b and c, Å
 * @param angles between b and c, c and a, a and b, degrees
 * @param volume Å³
 */
record CellShape(double[] lengths, double[] angles, double volume) {
  static CellShape of(Cell cell) {
    double[] lengths = new double[3];
    double[] angles = new double[3];
    for (int k = 0; k < 3; k++) {
      lengths[k] = Math.sqrt(dot(cell, k, k));
    }
    for (int k = 0; k < 3; k++) {
      int p = (k + 1) % 3;
      int q = (k + 2) % 3;
      angles[k] = Math.toDegrees(Math.acos(Math.clamp(dot(cell, p, q) / (lengths[p] * lengths[q]), -1, 1)));
    }
    return new CellShape(lengths, angles, cell.volume());
  }

  /** For JSON. */
  Map<String, Object> fields() {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("lengths_a", lengths);
    fields.put("angles_degrees", angles);
    fields.put("volume_a3", volume);
    return fields;
  }

  private static double dot(Cell cell, int p, int q) {
    return cell.get(p, 0) * cell.get(q, 0) + cell.get(p, 1) * cell.get(q, 1) + cell.get(p, 2) * cell.get(q, 2);
  }
}
