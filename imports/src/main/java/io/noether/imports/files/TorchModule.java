package io.noether.imports.files;

import io.noether.core.InputException;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A module of a network as its pickle describes it: a class name and attributes.
 *
 * @param path names from the root, each followed by a dot; empty for the root
 */
public record TorchModule(String file, String path, PythonObject object) {
  private static final int DEEPEST = 16;
  private static final int MOST = 2_000;

  /** The module that a file holds. @throws InputException if the file holds something else */
  public static TorchModule root(String file, Object pickled) {
    if (pickled instanceof PythonObject object) {
      return new TorchModule(file, "", object);
    }
    throw new InputException(file + ": holds no network of SchNetPack as torch.save(model) writes it"
        + (pickled instanceof Map ? ", only its tensors; import best_model, or for matgl the folder" : ""));
  }

  /** Checks the class of the module. @throws InputException naming the module and its class, if it is none of these */
  public TorchModule mustBe(String... types) {
    if (!List.of(types).contains(object.type().full())) {
      throw bad("is a " + object.type() + "; only " + String.join(" or ", types) + " is imported");
    }
    return this;
  }

  /** The modules inside this one, by name. */
  public Map<String, TorchModule> children() {
    var children = new LinkedHashMap<String, TorchModule>();
    map("_modules").forEach((name, value) -> {
      if (!(value instanceof PythonObject child)) {
        throw bad("has a module '" + name + "' that is none; the file is damaged");
      }
      children.put(String.valueOf(name), new TorchModule(file, path + name + ".", child));
    });
    return children;
  }

  /** A module inside this one. @throws InputException if there is none of that name */
  public TorchModule child(String name) {
    var child = children().get(name);
    if (child == null) {
      throw bad("has no module '" + name + "'");
    }
    return child;
  }

  /** An attribute that is not None. */
  public Optional<Object> attribute(String name) {
    return Optional.ofNullable(object.attributes().get(name));
  }

  /**
   * Checks the value of an attribute.
   *
   * @param wanted true, false, a number or text
   * @throws InputException if the attribute has another value
   */
  public TorchModule mustHave(String name, Object wanted) {
    if (attribute(name).filter(wanted::equals).isEmpty()) {
      throw bad("has another " + name + " than " + wanted + "; that is not imported");
    }
    return this;
  }

  /** Checks what is inside this module. @throws InputException naming a module inside that has none of these names */
  public TorchModule mayContain(String... names) {
    for (TorchModule inner : children().values()) {
      if (!List.of(names).contains(inner.path.substring(path.length(), inner.path.length() - 1))) {
        throw inner.bad("is a " + inner.object.type() + ", which is not imported");
      }
    }
    return this;
  }

  /** An attribute that is text; empty if it is something else. */
  public String text(String name) {
    return attribute(name).orElse("") instanceof String text ? text : "";
  }

  /** Whether a flag is set. */
  public boolean flag(String name) {
    return attribute(name).filter(Boolean.TRUE::equals).isPresent();
  }

  /** All parameters and buffers of this module and those inside, named as in PyTorch's {@code state_dict}. */
  public Map<String, StoredTensor> tensors() {
    var tensors = new LinkedHashMap<String, StoredTensor>();
    var waiting = new ArrayDeque<>(List.of(this));
    for (int seen = 0; !waiting.isEmpty(); seen++) {
      TorchModule next = waiting.remove();
      for (String kind : List.of("_parameters", "_buffers")) {
        next.map(kind).forEach((name, value) -> {
          if (value instanceof StoredTensor tensor) {
            tensors.put(next.path + name, tensor);
          }
        });
      }
      waiting.addAll(next.children().values());
      boolean deep = next.path.chars().filter(c -> c == '.').count() > DEEPEST;
      if (deep || seen + waiting.size() > MOST || tensors.size() > MOST) { // modules may contain themselves
        throw bad("has more than " + MOST + " modules, or more than " + DEEPEST + " inside each other");
      }
    }
    return tensors;
  }

  private Map<?, ?> map(String attribute) {
    if (attribute(attribute).orElse(Map.of()) instanceof Map<?, ?> map) {
      return map;
    }
    throw bad("has no list " + attribute + "; the file is damaged");
  }

  /**
   * An error that names the file and the module.
   *
   * @param what the rest of the sentence
   */
  public InputException bad(String what) {
    return new InputException(
        file + ": " + (path.isEmpty() ? "the model" : "module '" + path.substring(0, path.length() - 1) + "'") + " "
            + what);
  }
}
