package io.noether.imports.files;

import io.noether.core.safetensors.ElementType;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A class or function that a pickle names. It is a name and remains one: nothing is looked up by it.
 *
 * @param full module and name with a dot between, such as {@code collections.OrderedDict}
 */
public record PythonName(String full) {
  private static final Set<String> BUILDERS = Set.of("collections.OrderedDict", "__builtin__.set", "builtins.set",
      "torch.Size", "torch._utils._rebuild_tensor_v2", "torch._utils._rebuild_parameter");
  private static final Map<String, ElementType> STORAGES = Map.of("torch.DoubleStorage", ElementType.F64,
      "torch.FloatStorage", ElementType.F32, "torch.HalfStorage", ElementType.F16,
      "torch.BFloat16Storage", ElementType.BF16, "torch.LongStorage", ElementType.I64,
      "torch.IntStorage", ElementType.I32, "torch.ShortStorage", ElementType.I16,
      "torch.CharStorage", ElementType.I8, "torch.ByteStorage", ElementType.U8,
      "torch.BoolStorage", ElementType.BOOL);

  /** Whether reading a network needs this name; there are few such names. */
  boolean isAllowed() {
    return BUILDERS.contains(full) || STORAGES.containsKey(full) || isOfNetwork();
  }

  /** Whether it belongs to the packages whose modules are kept as {@link PythonObject}s. */
  boolean isOfNetwork() {
    return full.startsWith("schnetpack.") || full.startsWith("torch.nn.");
  }

  /** What a storage of this class holds, if it is one. */
  Optional<ElementType> storage() {
    return Optional.ofNullable(STORAGES.get(full));
  }

  @Override
  public String toString() {
    return full;
  }
}
