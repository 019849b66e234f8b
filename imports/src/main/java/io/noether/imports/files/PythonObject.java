package io.noether.imports;

import java.util.Map;

/** An object of a pickle that was not made: the name of its class, and the attributes that it would have got. */
final class PythonObject {
  private final PythonName type;
  private Map<String, Object> attributes = Map.of();

  PythonObject(PythonName type) {
    this.type = type;
  }

  PythonName type() {
    return type;
  }

  /** By name; those that are None are left out. */
  Map<String, Object> attributes() {
    return attributes;
  }

  /** Takes the map itself: a pickle can give the same large one to many objects. */
  void take(Map<String, Object> state) {
    attributes = state;
  }
}
