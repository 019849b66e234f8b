package io.noether.imports;

import io.noether.core.safetensors.ElementType;
import io.noether.imports.files.Pickle;
import io.noether.imports.files.PythonName;
import io.noether.imports.files.TorchZip;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes an object as {@code torch.save} does: a pickle that describes it, in which text and names that come again are
 * fetched from the memo, and the numbers of each tensor in an entry of their own.
 */
final class TorchSave {
  /** A tensor that is trained. */
  record Parameter(ToyTensor tensor) {}

  /** Python's dictionary of that name, as a {@code state_dict} is one. */
  record OrderedDict(Map<String, ?> items) {}

  /** A set without elements. */
  record EmptySet() {}

  private final Pickle pickle = Pickle.protocol(2);
  private final Map<Object, Integer> memo = new HashMap<>();
  private final List<ToyTensor> stored = new ArrayList<>();

  private TorchSave() {}

  /**
   * A file with one object: text, numbers, truth values, {@code Optional.empty()} for None, lists, maps, tensors, modules,
   * names of classes and functions, and the records above.
   */
  static TorchZip of(String folder, Object object) {
    var save = new TorchSave();
    save.write(object);
    var zip = new TorchZip().add(folder + "/data.pkl", save.pickle.stop())
        .add(folder + "/byteorder", "little".getBytes(StandardCharsets.UTF_8));
    for (int key = 0; key < save.stored.size(); key++) {
      zip.add(folder + "/data/" + key, bytes(save.stored.get(key)));
    }
    return zip.add(folder + "/version", "3\n".getBytes(StandardCharsets.UTF_8));
  }

  private void write(Object object) {
    switch (object) {
      case String text -> remembered(text, () -> pickle.text(text));
      case PythonName name -> {
        int dot = name.full().lastIndexOf('.');
        remembered(name, () -> pickle.global(name.full().substring(0, dot), name.full().substring(dot + 1)));
      }
      case Boolean flag -> pickle.raw(flag ? 0x88 : 0x89);
      case Integer number -> pickle.number(number);
      case Double number -> pickle.number(number);
      case Optional<?> none when none.isEmpty() -> pickle.op("N");
      case List<?> list -> {
        pickle.op("](");
        list.forEach(this::write);
        pickle.op("e");
      }
      case Map<?, ?> map -> {
        pickle.op("}");
        items(map);
      }
      case OrderedDict(Map<String, ?> map) -> {
        name("collections.OrderedDict").op(")R");
        items(map);
      }
      case EmptySet() -> name("__builtin__.set").op("]").raw(0x85).op("R");
      case ToyTensor tensor -> tensor(tensor);
      case Parameter(ToyTensor tensor) -> {
        name("torch._utils._rebuild_parameter").op("(");
        tensor(tensor);
        pickle.raw(0x88);
        write(new OrderedDict(Map.of()));
        pickle.op("tR");
      }
      case ToyModule module -> {
        write(module.type());
        pickle.op(")").raw(0x81);
        write(module.state());
        pickle.op("b");
      }
      default -> throw new IllegalArgumentException("cannot write " + object);
    }
  }

  private void items(Map<?, ?> map) {
    if (!map.isEmpty()) {
      pickle.op("(");
      map.forEach((key, value) -> {
        write(key);
        write(value);
      });
      pickle.op("u");
    }
  }

  private void tensor(ToyTensor tensor) {
    name("torch._utils._rebuild_tensor_v2").op("((");
    write("storage");
    name(tensor.type() == ElementType.F64 ? "torch.DoubleStorage" : "torch.FloatStorage");
    pickle.text(String.valueOf(stored.size())).text("cpu").number(tensor.values().length).op("tQ").number(0);
    numbers(tensor.shape());
    numbers(tensor.strides());
    pickle.raw(0x89);
    write(new OrderedDict(Map.of()));
    pickle.op("tR");
    stored.add(tensor);
  }

  private void numbers(List<Integer> tuple) {
    pickle.op("(");
    tuple.forEach(pickle::number);
    pickle.op("t");
  }

  private Pickle name(String full) {
    write(new PythonName(full));
    return pickle;
  }

  /** Writes something the first time and says where to fetch it from the second time on. */
  private void remembered(Object key, Runnable writing) {
    Integer place = memo.get(key);
    if (place != null) {
      pickle.op("j").little(place);
    } else {
      writing.run();
      pickle.op("r").little(memo.size());
      memo.put(key, memo.size());
    }
  }

  private static byte[] bytes(ToyTensor tensor) {
    boolean single = tensor.type() == ElementType.F32;
    var bytes = ByteBuffer.allocate(tensor.values().length * tensor.type().bytes()).order(ByteOrder.LITTLE_ENDIAN);
    for (double value : tensor.stored()) {
      if (single) {
        bytes.putFloat((float) value);
      } else {
        bytes.putDouble(value);
      }
    }
    return bytes.array();
  }
}
