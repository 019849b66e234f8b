package io.noether.nn.models;

import io.noether.core.InputException;
import io.noether.nn.Architecture;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The architectures that model files and configurations can name. */
public final class Architectures {
  private enum Known {
    PAINN, EGNN, SCHNET, TENSORNET;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private Architectures() {}

  /** What {@link #read} and {@link #withDefaults} take. */
  public static List<String> names() {
    return Arrays.stream(Known.values()).map(Known::toString).toList();
  }

  /**
   * The architecture of a model file.
   *
   * @param hyperParameters all of {@link Architecture#hyperParameters()}; others are ignored
   * @throws InputException one line, without a file name: an unknown name, or a value missing or out of range
   */
  public static Architecture read(String name, Map<String, String> hyperParameters) {
    var given = new HyperParameters(hyperParameters);
    try {
      return switch (known(name)) {
        case PAINN -> PaiNN.read(given);
        case EGNN -> Egnn.read(given);
        case SCHNET -> SchNet.read(given);
        case TENSORNET -> TensorNet.read(given);
      };
    } catch (IllegalArgumentException e) {
      throw new InputException("model '" + name + "': " + e.getMessage(), e);
    }
  }

  /**
   * The architecture with some of its defaults changed.
   *
   * @throws InputException one line: an unknown architecture or hyper-parameter, or a value out of range
   */
  public static Architecture withDefaults(String name, Map<String, String> changed) {
    Architecture standard = switch (known(name)) {
      case PAINN -> new PaiNN();
      case EGNN -> new Egnn();
      case SCHNET -> new SchNet();
      case TENSORNET -> new TensorNet();
    };
    var all = new LinkedHashMap<>(standard.hyperParameters());
    changed.forEach((key, value) -> {
      if (all.replace(key, value) == null) {
        throw new InputException("model '" + name + "' has no hyper-parameter '" + key + "'; it has "
            + String.join(", ", standard.hyperParameters().keySet()));
      }
    });
    return read(name, all);
  }

  private static Known known(String name) {
    return Arrays.stream(Known.values()).filter(k -> k.toString().equals(name)).findFirst().orElseThrow(
        () -> new InputException("no model is called '" + name + "'; known: " + String.join(", ", names())));
  }
}
