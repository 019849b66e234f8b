package io.noether.nn.models;

import io.noether.core.InputException;
import io.noether.nn.Architecture;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The architectures that model files and configurations can name. An immutable value: {@link #standard} has those of
 * this library, {@link #with} adds one of your own.
 *
 * @param readers one for each name, in the order in which they are listed
 */
public record Architectures(List<ArchitectureReader> readers) {
  private static final Architectures STANDARD = new Architectures(List.of(
      MessagePassing.reader(new PaiNN(), PaiNN::new), MessagePassing.reader(new Egnn(), Egnn::new),
      MessagePassing.reader(new SchNet(), SchNet::new), MessagePassing.reader(new TensorNet(), TensorNet::new)));

  /** Copies the list. @throws IllegalArgumentException if two readers have one name */
  public Architectures {
    readers = List.copyOf(readers);
    var names = readers.stream().map(ArchitectureReader::name).toList();
    if (names.stream().distinct().count() < names.size()) {
      throw new IllegalArgumentException("two architectures have one name: " + names);
    }
  }

  /** PaiNN, EGNN, SchNet and TensorNet. */
  public static Architectures standard() {
    return STANDARD;
  }

  /** These and one more. @throws IllegalArgumentException if there is one of that name already */
  public Architectures with(ArchitectureReader more) {
    return new Architectures(Stream.concat(readers.stream(), Stream.of(more)).toList());
  }

  /** The names that {@link #read} and {@link #withDefaults} take. */
  public List<String> names() {
    return readers.stream().map(ArchitectureReader::name).toList();
  }

  /**
   * The architecture of a model file.
   *
   * @param hyperParameters all of {@link Architecture#hyperParameters()}; others are ignored
   * @throws InputException one line, without a file name: an unknown name, or a value missing or out of range
   */
  public Architecture read(String name, Map<String, String> hyperParameters) {
    try {
      return named(name).reader().apply(new HyperParameters(hyperParameters));
    } catch (IllegalArgumentException e) {
      throw new InputException("model '" + name + "': " + e.getMessage(), e);
    }
  }

  /**
   * The architecture with some of its defaults changed.
   *
   * @throws InputException one line: an unknown architecture or hyper-parameter, or a value out of range
   */
  public Architecture withDefaults(String name, Map<String, String> changed) {
    return withChanged(named(name).defaults(), changed);
  }

  /**
   * An architecture with some of its hyper-parameters changed. With nothing to change it is returned as it is, and need
   * not be one of these.
   *
   * @throws InputException one line: an unknown architecture or hyper-parameter, or a value out of range
   */
  public Architecture withChanged(Architecture from, Map<String, String> changed) {
    if (changed.isEmpty()) {
      return from;
    }
    var all = new LinkedHashMap<>(from.hyperParameters());
    changed.forEach((key, value) -> {
      if (all.replace(key, value) == null) {
        throw new InputException("model '" + from.name() + "' has no hyper-parameter '" + key + "'; it has "
            + String.join(", ", from.hyperParameters().keySet()));
      }
    });
    return read(from.name(), all);
  }

  private ArchitectureReader named(String name) {
    return readers.stream().filter(r -> r.name().equals(name)).findFirst().orElseThrow(
        () -> new InputException("no model is called '" + name + "'; known: " + String.join(", ", names())));
  }
}
