package io.noether.nn.imports;

import java.util.LinkedHashMap;
import java.util.Map;

/** An object of a pickle that was not made: the name of its class, and the attributes that it would have got. */
final class PythonObject {
  private final PythonName type;
  private final Map<String, Object> attributes = new LinkedHashMap<>();

  PythonObject(PythonName type) {
    this.type = type;
  }

  PythonName type() {
    return type;
  }

  /** By name; those that are None are left out. Changes while the pickle is read. */
  Map<String, Object> attributes() {
    return attributes;
  }
}
