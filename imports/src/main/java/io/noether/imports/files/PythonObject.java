package io.noether.imports.files;

import java.util.Map;

/** An object of a pickle that was not made: the name of its class, and the attributes that it would have got. */
public final class PythonObject {
  private final PythonName type;
  private Map<String, Object> attributes = Map.of();

  PythonObject(PythonName type) {
    this.type = type;
  }

  /** The name of the object's class. */
  public PythonName type() {
    return type;
  }

  /** The attributes by name. Those that are None are left out. */
  public Map<String, Object> attributes() {
    return attributes;
  }

  /** Takes the map itself: a pickle can give the same large one to many objects. */
  void take(Map<String, Object> state) {
    attributes = state;
  }
}
