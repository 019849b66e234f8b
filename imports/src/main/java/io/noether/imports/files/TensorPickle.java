package io.noether.imports.files;

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
 * function and call it. Here names are compared with the list in {@link PythonName}, and calls give
 * the descriptions of {@link TorchCalls}. Every other name and every instruction that PyTorch
 * does not write is refused.
 *
 * <p>The library's part is the stack, the memo, marks, tuples and the decoding of numbers and text. It would call
 * constructors that are registered for a name, call {@code __setstate__} by reflection, allocate what a length claims,
 * and hash whatever is a key; the instructions that lead there are carried out in this class instead.
 */
final class TensorPickle extends Unpickler {
  /** A network of a hundred tensors has 20 kB. One byte of a pickle makes some 130 in memory at most. */
  static final int LARGEST = 512 << 10;

  private static final int LONGEST_KEY = 256;

  private final String file;
  private final TorchCalls calls;

  private TensorPickle(String file) {
    this.file = file;
    calls = new TorchCalls(file);
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
      case Opcodes.GLOBAL -> stack.add(calls.named(PickleUtils.readline(input), PickleUtils.readline(input)));
      case Opcodes.STACK_GLOBAL -> {
        String name = (String) stack.pop();
        stack.add(calls.named((String) stack.pop(), name));
      }
      case Opcodes.INST -> throw calls.refused("INST of " + TorchCalls.shortened(PickleUtils.readline(input)) + "."
          + TorchCalls.shortened(PickleUtils.readline(input)));
      case Opcodes.REDUCE -> {
        Object[] arguments = (Object[]) stack.pop();
        stack.add(calls.call((PythonName) stack.pop(), arguments));
      }
      case Opcodes.NEWOBJ -> {
        Object[] arguments = (Object[]) stack.pop();
        stack.add(calls.object((PythonName) stack.pop(), arguments));
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
      default -> throw calls.refused("instruction " + PickleInstruction.name(key));
    }
    return NO_RETURN_VALUE;
  }

  @Override
  protected Object persistentLoad(Object id) {
    return calls.stored(id);
  }

  @SuppressWarnings("unchecked") // maps are made here
  private void build(Map<?, ?> state) {
    Object target = stack.peek();
    if (target instanceof PythonObject object && object.attributes().isEmpty()) {
      object.take((Map<String, Object>) state);
    } else if (!(target instanceof Map)) { // an OrderedDict's own attributes: versions of modules
      throw calls.refused("the state of something that is no new module");
    }
  }

  @SuppressWarnings("unchecked") // maps and lists are made here, and by the library as ArrayList<Object>
  private void put(Object key, @Nullable Object value) {
    String text = key instanceof Integer number ? number.toString() : (String) key;
    if (text.length() > LONGEST_KEY) {
      throw new InputException(
          file + ": its pickle has the key '" + TorchCalls.shortened(text) + "', longer than " + LONGEST_KEY);
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
}
