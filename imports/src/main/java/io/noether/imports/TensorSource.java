package io.noether.imports;

import io.noether.core.InputException;
import io.noether.imports.files.Weights;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * The tensors of a file by name. Each is read when it is taken; what nobody takes is part of a network that was not
 * understood, and {@link #nothingLeft} refuses it.
 */
final class TensorSource {
  private final String file;
  private final Set<String> names;
  private final Set<String> left;
  private final Function<String, Weights> reader;

  /** @param reader the tensor of a name that is among {@code names} */
  TensorSource(String file, Collection<String> names, Function<String, Weights> reader) {
    this.file = file;
    this.names = new LinkedHashSet<>(names);
    this.left = new TreeSet<>(names);
    this.reader = reader;
  }

  boolean has(String name) {
    return names.contains(name);
  }

  /** @throws InputException naming the tensor, if it is missing or damaged */
  Weights take(String name) {
    if (!names.contains(name)) {
      throw new InputException(file + ": has no tensor '" + name + "'");
    }
    left.remove(name);
    return reader.apply(name);
  }

  /** Marks a tensor that does not matter. It need not be there. */
  void ignore(String name) {
    left.remove(name);
  }

  /** @throws InputException naming a tensor that was neither taken nor ignored */
  void nothingLeft() {
    if (!left.isEmpty()) {
      throw new InputException(file + ": has the tensor '" + left.iterator().next() + "'"
          + (left.size() > 1 ? " and " + (left.size() - 1) + " more" : "") + ", which the network here does not have");
    }
  }
}
