package io.noether.imports;

import io.noether.core.safetensors.ElementType;
import io.noether.imports.files.PythonName;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * A tiny PaiNN with random weights in the form of SchNetPack 2: what {@code torch.save(model)} would write of it, module
 * by module in the package's own order.
 *
 * @param sharedFilters whether both interactions have the same filters
 * @param addMean whether a mean energy is added for each atom
 * @param addReferences whether each element's own energy is added
 */
record ToySchNetPack(boolean sharedFilters, boolean addMean, boolean addReferences) {
  static final int FEATURES = 6;
  static final int INTERACTIONS = 2;
  static final int RADIAL_FUNCTIONS = 5;
  static final int ROWS = 20; // of the tables over atomic numbers
  static final double CUTOFF = 4; // Gaussians then are 1 Å apart, which single precision has exactly

  private static final String MEAN = "postprocessors.1.mean";

  /** As SchNetPack's models of rMD17 are: filters of their own, the mean added. */
  static final ToySchNetPack USUAL = new ToySchNetPack(false, true, false);

  /** Parameters and buffers by their names in the {@code state_dict}. */
  Map<String, ToyTensor> state() {
    var random = new Random(11);
    var state = new LinkedHashMap<String, ToyTensor>();
    state.put("postprocessors.1.atomref", ToyTensor.random(random, 3, ROWS));
    state.put(MEAN, new ToyTensor(ElementType.F64, List.of(), new double[] {-9.87654321098765}, false));
    state.put("representation.cutoff_fn.cutoff", ToyTensor.single(new double[] {CUTOFF}, 1));
    state.put("representation.radial_basis.widths",
        ToyTensor.single(new double[] {1, 1, 1, 1, 1}, RADIAL_FUNCTIONS));
    state.put("representation.radial_basis.offsets",
        ToyTensor.single(new double[] {0, 1, 2, 3, 4}, RADIAL_FUNCTIONS));
    state.put("representation.embedding.weight", ToyTensor.random(random, 1, ROWS, FEATURES));
    int filters = 3 * FEATURES * (sharedFilters ? 1 : INTERACTIONS);
    dense(state, random, "representation.filter_net", filters, RADIAL_FUNCTIONS, true);
    for (int t = 0; t < INTERACTIONS; t++) {
      String net = "representation.interactions." + t + ".interatomic_context_net.";
      dense(state, random, net + "0", FEATURES, FEATURES, true);
      dense(state, random, net + "1", 3 * FEATURES, FEATURES, true);
    }
    for (int t = 0; t < INTERACTIONS; t++) {
      String mixing = "representation.mixing." + t + ".";
      dense(state, random, mixing + "intraatomic_context_net.0", FEATURES, 2 * FEATURES, true);
      dense(state, random, mixing + "intraatomic_context_net.1", 3 * FEATURES, FEATURES, true);
      dense(state, random, mixing + "mu_channel_mix", 2 * FEATURES, FEATURES, false);
    }
    dense(state, random, "output_modules.0.outnet.0", FEATURES / 2, FEATURES, true);
    dense(state, random, "output_modules.0.outnet.1", 1, FEATURES / 2, true);
    return state;
  }

  private static void dense(Map<String, ToyTensor> state, Random random, String name, int out, int in, boolean bias) {
    state.put(name + ".weight", ToyTensor.random(random, 1 / Math.sqrt(in), out, in));
    if (bias) {
      state.put(name + ".bias", ToyTensor.random(random, 0.3, out));
    }
  }

  /** What SchNetPack would compute. */
  PlainSchNetPack plain() {
    var numbers = new LinkedHashMap<String, double[]>();
    state().forEach((name, tensor) -> numbers.put(name, tensor.values()));
    return new PlainSchNetPack(numbers, sharedFilters, addMean, addReferences);
  }

  /** Writes {@code best_model} into a folder. */
  Path write(Path folder) {
    return TorchSave.of("best_model", module()).write(folder.resolve("best_model"));
  }

  /** The module that {@code torch.save} is given. */
  ToyModule module() {
    var state = state();
    var offsets = new ToyModule("schnetpack.transform.atomistic.AddOffsets")
        .buffer("atomref", state.get("postprocessors.1.atomref")).buffer("mean", state.get(MEAN))
        .with("_property", "energy").with("add_mean", addMean).with("add_atomrefs", addReferences)
        .with("is_extensive", true).with("_aggregation", "sum").with("estimate_atomref", false)
        .with("_atomrefs_initialized", false).with("_mean_initialized", false);
    var energy = new ToyModule("schnetpack.atomistic.atomwise.Atomwise")
        .child("outnet", twoLayers(state, "output_modules.0.outnet")).with("output_key", "energy")
        .with("model_outputs", List.of("energy")).with("per_atom_output_key", Optional.empty()).with("n_out", 1)
        .with("aggregation_mode", "sum");
    var forces = new ToyModule("schnetpack.atomistic.response.Forces").with("calc_forces", true)
        .with("calc_stress", false).with("energy_key", "energy").with("force_key", "forces")
        .with("stress_key", "stress").with("model_outputs", List.of("forces"))
        .with("required_derivatives", List.of("_positions"));
    return new ToyModule("schnetpack.model.base.NeuralNetworkPotential")
        .child("postprocessors",
            list(List.of(new ToyModule("schnetpack.transform.casting.CastTo64").with("type_map",
                Map.of("float32", "float64")), offsets)))
        .child("representation", representation(state))
        .child("input_modules", list(List.of(new ToyModule("schnetpack.atomistic.distances.PairwiseDistances"))))
        .child("output_modules", list(List.of(energy, forces))).with("input_dtype_str", "float32")
        .with("do_postprocessing", true).with("required_derivatives", List.of("_positions"))
        .with("model_outputs", List.of("energy", "forces")).with("spk_version", "2.1.1");
  }

  private ToyModule representation(Map<String, ToyTensor> state) {
    var interactions = new ArrayList<ToyModule>();
    var mixings = new ArrayList<ToyModule>();
    for (int t = 0; t < INTERACTIONS; t++) {
      interactions.add(new ToyModule("schnetpack.representation.painn.PaiNNInteraction")
          .child("interatomic_context_net",
              twoLayers(state, "representation.interactions." + t + ".interatomic_context_net"))
          .with("n_atom_basis", FEATURES));
      String mixing = "representation.mixing." + t + ".";
      mixings.add(new ToyModule("schnetpack.representation.painn.PaiNNMixing")
          .child("intraatomic_context_net", twoLayers(state, mixing + "intraatomic_context_net"))
          .child("mu_channel_mix", linear(state, mixing + "mu_channel_mix")).with("n_atom_basis", FEATURES)
          .with("epsilon", 1e-8));
    }
    String basis = "representation.radial_basis.";
    return new ToyModule("schnetpack.representation.painn.PaiNN")
        .child("cutoff_fn",
            new ToyModule("schnetpack.nn.cutoff.CosineCutoff").buffer("cutoff",
                state.get("representation.cutoff_fn.cutoff")))
        .child("radial_basis",
            new ToyModule("schnetpack.nn.radial.GaussianRBF").buffer("widths", state.get(basis + "widths"))
                .buffer("offsets", state.get(basis + "offsets")).with("n_rbf", RADIAL_FUNCTIONS))
        .child("embedding",
            new ToyModule("torch.nn.modules.sparse.Embedding")
                .parameter("weight", Optional.of(state.get("representation.embedding.weight")))
                .with("num_embeddings", ROWS).with("embedding_dim", FEATURES).with("padding_idx", Optional.empty())
                .with("max_norm", Optional.empty()).with("norm_type", 2.0).with("scale_grad_by_freq", false)
                .with("sparse", false))
        .child("electronic_embeddings", list(List.of())).child("filter_net", linear(state, "representation.filter_net"))
        .child("interactions", list(interactions)).child("mixing", list(mixings)).with("n_atom_basis", FEATURES)
        .with("n_interactions", INTERACTIONS).with("cutoff", ToyTensor.single(new double[] {CUTOFF}, 1))
        .with("share_filters", sharedFilters);
  }

  private static ToyModule list(List<ToyModule> modules) {
    return new ToyModule("torch.nn.modules.container.ModuleList").children(modules);
  }

  private static ToyModule twoLayers(Map<String, ToyTensor> state, String name) {
    var first = layer(state, name + ".0").with("activation", new PythonName("torch.nn.functional.silu"));
    return new ToyModule("torch.nn.modules.container.Sequential")
        .children(List.of(first, linear(state, name + ".1")));
  }

  private static ToyModule linear(Map<String, ToyTensor> state, String name) {
    return layer(state, name).child("activation", new ToyModule("torch.nn.modules.linear.Identity"));
  }

  private static ToyModule layer(Map<String, ToyTensor> state, String name) {
    ToyTensor weight = state.get(name + ".weight");
    return new ToyModule("schnetpack.nn.base.Dense").parameter("weight", Optional.of(weight))
        .parameter("bias", Optional.ofNullable(state.get(name + ".bias")))
        .with("weight_init", new PythonName("torch.nn.init.xavier_uniform_"))
        .with("bias_init", new PythonName("torch.nn.init.zeros_")).with("in_features", weight.shape().get(1))
        .with("out_features", weight.shape().get(0));
  }
}
