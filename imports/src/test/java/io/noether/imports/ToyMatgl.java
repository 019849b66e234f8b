package io.noether.imports;

import io.noether.core.Element;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;

/** A tiny TensorNet with random weights in the form of matgl: a folder with {@code model.json} and {@code state.pt}. */
final class ToyMatgl {
  static final List<Element> ELEMENTS = List.of(Element.O, Element.H, Element.C);
  private static final int UNITS = 6;
  private static final int BLOCKS = 2;
  private static final double CUTOFF = 3.5;
  private static final double STD = 1.75;
  private static final double[] REFERENCES = {-14.5, -3.25, 2.125};

  private ToyMatgl() {}

  /** The {@code state_dict}. */
  static Map<String, ToyTensor> state() {
    var random = new Random(4);
    var state = new LinkedHashMap<String, ToyTensor>();
    state.put("data_mean", ToyTensor.single(new double[] {0}));
    state.put("data_std", ToyTensor.single(new double[] {STD}));
    state.put("model.bond_expansion.rbf.cutoff", ToyTensor.single(new double[] {CUTOFF}));
    String embedding = "model.tensor_embedding.";
    for (int k = 1; k <= 3; k++) {
      linear(state, random, embedding + "distance_proj" + k, UNITS, 3);
    }
    state.put(embedding + "emb.weight", ToyTensor.random(random, 1, ELEMENTS.size(), UNITS));
    tensors(state, random, embedding, 3);
    linear(state, random, embedding + "linears_scalar.0", 2 * UNITS, UNITS);
    linear(state, random, embedding + "linears_scalar.1", 3 * UNITS, 2 * UNITS);
    norm(state, random, embedding + "init_norm", UNITS);
    linear(state, random, embedding + "emb2", UNITS, 2 * UNITS);
    linear(state, random, embedding + "emb3", UNITS, 3);
    for (int t = 0; t < BLOCKS; t++) {
      String block = "model.layers." + t + ".";
      linear(state, random, block + "linears_scalar.0", UNITS, 3);
      linear(state, random, block + "linears_scalar.1", 2 * UNITS, UNITS);
      linear(state, random, block + "linears_scalar.2", 3 * UNITS, 2 * UNITS);
      tensors(state, random, block, 6);
    }
    norm(state, random, "model.out_norm", 3 * UNITS);
    linear(state, random, "model.linear", UNITS, 3 * UNITS);
    state.computeIfPresent("model.linear.weight", (_, tensor) -> tensor.storedByColumns());
    for (String net : List.of("layers", "gates")) {
      for (int layer = 0; layer <= 6; layer += 2) {
        linear(state, random, "model.final_layer.gated." + net + "." + layer, layer < 6 ? UNITS : 1, UNITS);
      }
    }
    state.put("element_refs.property_offset", ToyTensor.single(REFERENCES, REFERENCES.length));
    state.put("element_refs.onehot", ToyTensor.single(new double[] {1, 0, 0, 0, 1, 0, 0, 0, 1}, 3, 3));
    return state;
  }

  private static void linear(Map<String, ToyTensor> state, Random random, String name, int out, int in) {
    state.put(name + ".weight", ToyTensor.random(random, 1 / Math.sqrt(in), out, in));
    state.put(name + ".bias", ToyTensor.random(random, 0.3, out));
  }

  private static void tensors(Map<String, ToyTensor> state, Random random, String where, int count) {
    for (int k = 0; k < count; k++) {
      state.put(where + "linears_tensor." + k + ".weight",
          ToyTensor.random(random, 1 / Math.sqrt(UNITS), UNITS, UNITS));
    }
  }

  private static void norm(Map<String, ToyTensor> state, Random random, String name, int width) {
    state.put(name + ".weight", ToyTensor.random(random, 1, width));
    state.put(name + ".bias", ToyTensor.random(random, 0.3, width));
  }

  /** What matgl would compute. */
  static PlainMatgl plain() {
    var numbers = new LinkedHashMap<String, double[]>();
    state().forEach((name, tensor) -> numbers.put(name, tensor.values()));
    return new PlainMatgl(numbers, ELEMENTS);
  }

  /** Writes both files into a folder. */
  static Path write(Path folder) {
    return write(folder, state());
  }

  static Path write(Path folder, Map<String, ToyTensor> state) {
    try {
      Files.createDirectories(folder);
      Files.writeString(folder.resolve("model.json"), json());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    TorchSave.of("state", new TorchSave.OrderedDict(state)).write(folder.resolve("state.pt"));
    return folder;
  }

  /** As matgl 2 writes it. */
  static String json() {
    String symbols = ELEMENTS.stream().map(e -> "\"" + e.symbol() + "\"").collect(Collectors.joining(", "));
    return """
        {"@class": "Potential", "@module": "matgl.apps.pes", "@model_version": 3, "metadata": null, "kwargs": {
          "model": {"@class": "TensorNet", "@module": "matgl.models._tensornet_dgl", "@model_version": 1,
            "init_args": {"element_types": [%s], "ntypes_state": null, "dim_state_embedding": 0,
            "dim_state_feats": null, "include_state": false, "max_n": 3, "max_l": 3, "rbf_type": "SphericalBessel",
            "use_smooth": true, "activation_type": "swish", "width": 0.5, "readout_type": "weighted_atom",
            "task_type": "regression", "niters_set2set": 3, "nlayers_set2set": 3, "field": "node_feat",
            "is_intensive": false, "ntargets": 1, "cutoff": %s, "dtype": "torch.float32",
            "equivariance_invariance_group": "O(3)", "nblocks": %d, "num_rbf": 3, "units": %d}},
          "data_mean": "tensor(0.)", "data_std": "tensor(%s)", "element_refs": "tensor([-14.5000,  -3.2500,   2.1250])",
          "calc_forces": true, "calc_stresses": false, "calc_hessian": false, "calc_magmom": false,
          "calc_repuls": false, "zbl_trainable": false, "debug_mode": false}}
        """.formatted(symbols, CUTOFF, BLOCKS, UNITS, STD);
  }
}
