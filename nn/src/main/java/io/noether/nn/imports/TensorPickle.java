package io.noether.nn.imports;

import io.noether.core.InputException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.razorvine.pickle.Opcodes;
import net.razorvine.pickle.PickleUtils;
import net.razorvine.pickle.Unpickler;
import org.jspecify.annotations.Nullable;

/**
 * Reads the pickle of a PyTorch file without doing what it says. A pickle is a program; some of its instructions name a
 * function and call it. Here names are compared with the list in {@link PythonName}, tensors become
 * {@link StoredTensor}s, and modules become {@link PythonObject}s. Every other name and every instruction that PyTorch
 * does not write is refused.
 *
 * <p>The library's part is the stack, the memo, marks, tuples and the decoding of numbers and text. It would call
 * constructors that are registered for a name, call {@code __setstate__} by reflection, allocate what a length claims,
 * and hash whatever is a key; the instructions that lead there are carried out in this class instead.
 */
final class TensorPickle extends Unpickler {
  /** A network of a hundred tensors has 20 kB. One byte of a pickle makes 60 in memory at most. */
  static final int LARGEST = 512 << 10;

  private static final int LONGEST_KEY = 256;

  private final String file;

  private TensorPickle(String file) {
    this.file = file;
  }

  /**
   * What a pickle describes: text, numbers, {@code Object[]} for tuples, lists, maps with text as keys, and the classes
   * named above.
   *
   * @param file for messages
   * @throws InputException naming the file and what is refused or damaged
   */
  static Object read(String file, byte[] pickle) {
    var reader = new TensorPickle(file);
    try {
      return reader.load(new ByteArrayInputStream(pickle));
    } catch (InputException e) {
      throw e;
    } catch (IOException | RuntimeException e) { // the library lets any exception out when it runs out of stack or bytes
      throw new InputException(file + ": its pickle is damaged (" + e.getClass().getSimpleName() + ")", e);
    } finally {
      reader.close();
    }
  }

  @Override
  protected Object dispatch(short key) throws IOException {
    switch (key) {
      case Opcodes.GLOBAL -> stack.add(allowed(PickleUtils.readline(input), PickleUtils.readline(input)));
      case Opcodes.STACK_GLOBAL -> {
        Object name = stack.pop();
        stack.add(allowed(String.valueOf(stack.pop()), String.valueOf(name)));
      }
      case Opcodes.INST -> throw refused("INST of " + PickleUtils.readline(input) + "." + PickleUtils.readline(input));
      case Opcodes.REDUCE -> {
        Object[] arguments = (Object[]) stack.pop();
        stack.add(rebuilt((PythonName) stack.pop(), arguments));
      }
      case Opcodes.NEWOBJ -> {
        Object[] arguments = (Object[]) stack.pop();
        PythonName type = (PythonName) stack.pop();
        if (!type.isOfNetwork() || arguments.length > 0) {
          throw refused("an object made by " + type);
        }
        stack.add(new PythonObject(type));
      }
      case Opcodes.BUILD -> build((Map<?, ?>) stack.pop());
      case Opcodes.EMPTY_DICT -> stack.add(new LinkedHashMap<String, Object>());
      case Opcodes.SETITEM -> {
        Object value = stack.pop();
        put(stack.pop(), value);
      }
      case Opcodes.SETITEMS -> {
        List<Object> items = stack.pop_all_since_marker();
        for (int k = 0; k < items.size(); k += 2) {
          put(items.get(k), items.get(k + 1));
        }
      }
      case Opcodes.APPEND -> append(Collections.singletonList(stack.pop())); // may be None
      case Opcodes.APPENDS -> append(stack.pop_all_since_marker());
      case Opcodes.BINUNICODE -> {
        checkLength();
        return super.dispatch(key);
      }
      case Opcodes.PROTO, Opcodes.STOP, Opcodes.MARK, Opcodes.NONE, Opcodes.NEWTRUE, Opcodes.NEWFALSE, Opcodes.BININT,
          Opcodes.BININT1, Opcodes.BININT2, Opcodes.LONG1, Opcodes.BINFLOAT, Opcodes.SHORT_BINUNICODE,
          Opcodes.EMPTY_TUPLE, Opcodes.TUPLE, Opcodes.TUPLE1, Opcodes.TUPLE2, Opcodes.TUPLE3, Opcodes.EMPTY_LIST,
          Opcodes.BINPUT, Opcodes.LONG_BINPUT, Opcodes.MEMOIZE, Opcodes.BINGET, Opcodes.LONG_BINGET,
          Opcodes.BINPERSID, Opcodes.FRAME -> {
        return super.dispatch(key);
      }
      default -> throw refused("instruction " + PickleInstruction.name(key));
    }
    return NO_RETURN_VALUE;
  }

  private PythonName allowed(String module, String name) {
    var full = new PythonName(module + "." + name);
    if (!full.isAllowed()) {
      throw refused(full.toString());
    }
    return full;
  }

  private Object rebuilt(PythonName function, Object[] arguments) {
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

  /** Arguments: storage, offset, size, stride, and what matters to training only. */
  private StoredTensor tensor(Object[] arguments) {
    try {
      return new StoredTensor((StoredNumbers) arguments[0], whole(arguments[1]), wholes(arguments[2]),
          wholes(arguments[3]));
    } catch (IllegalArgumentException e) {
      String key = arguments[0] instanceof StoredNumbers numbers ? numbers.key() : "";
      throw new InputException(file + ": a tensor of storage '" + shortened(key) + "' " + e.getMessage()
          + "; the file is damaged", e);
    }
  }

  /** Tensors' numbers are named by ('storage', class, key, device, count). */
  @Override
  protected Object persistentLoad(Object id) {
    Object[] parts = (Object[]) id;
    PythonName type = (PythonName) parts[1];
    if (!parts[0].equals("storage")) {
      throw refused("something stored that is no tensor");
    }
    return new StoredNumbers(type.storage().orElseThrow(() -> refused("a storage of class " + type)),
        (String) parts[2], whole(parts[4]));
  }

  private void build(Map<?, ?> state) {
    Object target = stack.peek();
    if (target instanceof PythonObject object) {
      state.forEach((name, value) -> object.attributes().put((String) name, value));
    } else if (!(target instanceof Map)) { // an OrderedDict's own attributes: versions of modules
      throw refused("the state of something that is no module");
    }
  }

  @SuppressWarnings("unchecked") // maps and lists are made here, and by the library as ArrayList<Object>
  private void put(Object key, @Nullable Object value) {
    String text = key instanceof Integer number ? number.toString() : (String) key;
    if (text.length() > LONGEST_KEY) {
      throw new InputException(file + ": its pickle has the key '" + shortened(text) + "', longer than " + LONGEST_KEY);
    }
    if (value != null) { // what is None is left out
      ((Map<String, Object>) stack.peek()).put(text, value);
    }
  }

  @SuppressWarnings("unchecked")
  private void append(List<Object> values) {
    ((List<Object>) stack.peek()).addAll(values);
  }

  /** The library allocates what a text's length claims; it must be there. */
  private void checkLength() throws IOException {
    input.mark(Integer.BYTES);
    int length = PickleUtils.bytes_to_integer(PickleUtils.readbytes(input, Integer.BYTES));
    if (length < 0 || length > input.available()) {
      throw new InputException(file + ": its pickle has a text of " + Integer.toUnsignedString(length) + " bytes where "
          + input.available() + " are left; the file is damaged");
    }
    input.reset();
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

  private InputException refused(String what) {
    return new InputException(file + ": its pickle asks for " + shortened(what)
        + ", which no network needs; refused, and nothing was executed");
  }

  private static String shortened(String text) {
    return text.length() <= 100 ? text : text.substring(0, 100) + "…";
  }
}
