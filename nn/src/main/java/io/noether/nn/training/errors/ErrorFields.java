package io.noether.nn.training.errors;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Errors as named numbers, for file headers. Doubles are written so that reading gives the same bits. */
public final class ErrorFields {
  private ErrorFields() {}

  /** The errors by name, each name beginning with the prefix. */
  public static Map<String, String> write(String prefix, Errors errors) {
    var fields = new LinkedHashMap<String, String>();
    fields.put(prefix + "structures", Integer.toString(errors.structures()));
    fields.put(prefix + "atoms", Integer.toString(errors.atoms()));
    put(fields, prefix + "energy", "_mev_per_atom", errors.energy());
    put(fields, prefix + "forces", "_mev_per_a", errors.forces());
    put(fields, prefix + "stress", "_mev_per_a3", errors.stress());
    return fields;
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws NumberFormatException if a field is no number
   */
  public static Errors read(String prefix, Map<String, String> fields) {
    return new Errors(Integer.parseInt(fields.getOrDefault(prefix + "structures", "0")),
        Integer.parseInt(fields.getOrDefault(prefix + "atoms", "0")),
        get(fields, prefix + "energy", "_mev_per_atom"), get(fields, prefix + "forces", "_mev_per_a"),
        get(fields, prefix + "stress", "_mev_per_a3"));
  }

  private static void put(Map<String, String> fields, String name, String unit, Optional<Deviation> deviation) {
    deviation.ifPresent(d -> {
      fields.put(name + "_mae" + unit, Double.toString(d.mae()));
      fields.put(name + "_rmse" + unit, Double.toString(d.rmse()));
    });
  }

  private static Optional<Deviation> get(Map<String, String> fields, String name, String unit) {
    String mae = fields.get(name + "_mae" + unit);
    String rmse = fields.get(name + "_rmse" + unit);
    return mae == null || rmse == null ? Optional.empty()
        : Optional.of(new Deviation(Double.parseDouble(mae), Double.parseDouble(rmse)));
  }
}
