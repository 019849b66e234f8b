package io.noether.imports;

import io.noether.imports.files.PythonName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A module of PyTorch with everything that {@code torch.save} writes of it: attributes, parameters, buffers, modules. */
final class ToyModule {
  private static final List<String> HOOKS = List.of("_backward_pre_hooks", "_backward_hooks", "_forward_hooks",
      "_forward_hooks_with_kwargs", "_forward_hooks_always_called", "_forward_pre_hooks",
      "_forward_pre_hooks_with_kwargs", "_state_dict_hooks", "_state_dict_pre_hooks", "_load_state_dict_pre_hooks",
      "_load_state_dict_post_hooks");

  private final PythonName type;
  private final Map<String, Object> attributes = new LinkedHashMap<>();
  private final Map<String, Object> parameters = new LinkedHashMap<>();
  private final Map<String, Object> buffers = new LinkedHashMap<>();
  private final Map<String, Object> modules = new LinkedHashMap<>();

  ToyModule(String type) {
    this.type = new PythonName(type);
  }

  PythonName type() {
    return type;
  }

  /** @param value as {@link TorchSave} can write it */
  ToyModule with(String attribute, Object value) {
    attributes.put(attribute, value);
    return this;
  }

  ToyModule parameter(String name, Optional<ToyTensor> tensor) {
    parameters.put(name, tensor.<Object>map(TorchSave.Parameter::new).orElse(Optional.empty()));
    return this;
  }

  ToyModule buffer(String name, ToyTensor tensor) {
    buffers.put(name, tensor);
    return this;
  }

  ToyModule child(String name, ToyModule child) {
    modules.put(name, child);
    return this;
  }

  /** Modules named 0, 1 and so on. */
  ToyModule children(List<ToyModule> children) {
    children.forEach(child -> child(String.valueOf(modules.size()), child));
    return this;
  }

  /** What the pickle gives the new object, in PyTorch's order. */
  Map<String, Object> state() {
    var state = new LinkedHashMap<String, Object>();
    state.put("training", true);
    state.put("_parameters", parameters);
    state.put("_buffers", buffers);
    state.put("_non_persistent_buffers_set", new TorchSave.EmptySet());
    state.put("_is_full_backward_hook", Optional.empty());
    HOOKS.forEach(name -> state.put(name, new TorchSave.OrderedDict(Map.of())));
    state.put("_modules", modules);
    state.putAll(attributes);
    return state;
  }
}
