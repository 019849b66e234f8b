package io.noether.imports.files;

import io.noether.core.InputException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * Stands in for the classes and functions that the pickle of a PyTorch file calls: gives descriptions of what they would
 * make, and refuses every other name.
 *
 * @param file for messages
 */
record TorchCalls(String file) {
  private static final int LONGEST_NAME = 128;

  /** A class or function. @throws InputException naming it, if reading a network does not need it */
  PythonName named(String module, String name) {
    if (module.length() + name.length() > LONGEST_NAME) {
      throw refused("the name " + shortened(module) + "." + shortened(name));
    }
    var full = new PythonName(module + "." + name);
    if (!full.isAllowed()) {
      throw refused(full.toString());
    }
    return full;
  }

  /** The result of a call. */
  Object call(PythonName function, Object[] arguments) {
    return switch (function.full()) {
      case "collections.OrderedDict" -> {
        if (arguments.length > 0) {
          throw refused("a collections.OrderedDict of something");
        }
        yield new LinkedHashMap<String, Object>();
      }
      case "__builtin__.set", "builtins.set" -> new ArrayList<>(); // of names of buffers, which do not matter
      case "torch.Size" -> (Object[]) arguments[0];
      case "torch._utils._rebuild_tensor_v2" -> tensor(arguments);
      case "torch._utils._rebuild_parameter" -> (StoredTensor) arguments[0];
      default -> throw refused("a call of " + function);
    };
  }

  /** A new object of a class, without its attributes. */
  PythonObject object(PythonName type, Object[] arguments) {
    if (!type.isOfNetwork() || arguments.length > 0) {
      throw refused("an object made by " + type);
    }
    return new PythonObject(type);
  }

  /** Arguments: storage, offset, size, stride, and what matters to training only. */
  private StoredTensor tensor(Object[] arguments) {
    var numbers = (StoredNumbers) arguments[0];
    try {
      return new StoredTensor(numbers, whole(arguments[1]), wholes(arguments[2]), wholes(arguments[3]));
    } catch (IllegalArgumentException e) {
      throw new InputException(file + ": a tensor of storage '" + shortened(numbers.key()) + "' " + e.getMessage()
          + "; the file is damaged", e);
    }
  }

  /** Tensors' numbers are named by ('storage', class, key, device, count). */
  StoredNumbers stored(Object id) {
    Object[] parts = (Object[]) id;
    PythonName type = (PythonName) parts[1];
    if (!parts[0].equals("storage")) {
      throw refused("something stored that is no tensor");
    }
    return new StoredNumbers(type.storage().orElseThrow(() -> refused("a storage of class " + type)),
        (String) parts[2], whole(parts[4]));
  }

  private static long whole(Object number) {
    return switch (number) {
      case Integer i -> i;
      case Long l -> l;
      default -> throw new ClassCastException("not a whole number");
    };
  }

  private static List<Long> wholes(Object tuple) {
    var all = new ArrayList<Long>();
    for (Object number : (Object[]) tuple) {
      all.add(whole(number));
    }
    return all;
  }

  InputException refused(String what) {
    return new InputException(
        file + ": its pickle asks for " + what + ", which no network needs; refused, and nothing was executed");
  }

  static String shortened(String text) {
    return text.length() <= 60 ? text : text.substring(0, 60) + "…";
  }
}
