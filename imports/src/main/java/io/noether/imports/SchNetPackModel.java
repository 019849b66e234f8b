package io.noether.imports;

import io.noether.core.InputException;
import io.noether.imports.files.PythonName;
import io.noether.imports.files.TorchModule;
import java.util.List;
import java.util.Optional;

/**
 * What modules a SchNetPack model is made of. All that would change the energy is checked; a module that is not known
 * is refused by its class.
 *
 * @param interactions message and update blocks
 * @param sharedFilters whether all blocks have the same filters
 * @param outputPath where the network is that reads the energies
 * @param offsetPath where the offsets are that are added afterwards
 * @param addMean whether the mean energy per atom is one of them
 * @param addReferences whether the elements' energies are
 */
record SchNetPackModel(int interactions, boolean sharedFilters, String outputPath, Optional<String> offsetPath,
    boolean addMean, boolean addReferences) {
  private static final String SILU = "torch.nn.functional.silu";

  /** @throws InputException naming the module */
  static SchNetPackModel of(TorchModule root) {
    root.mustBe("schnetpack.model.base.NeuralNetworkPotential").mustHave("do_postprocessing", true)
        .mayContain("input_modules", "representation", "output_modules", "postprocessors");
    for (TorchModule input : root.child("input_modules").children().values()) {
      input.mustBe("schnetpack.atomistic.distances.PairwiseDistances");
    }
    TorchModule painn = root.child("representation").mustBe("schnetpack.representation.painn.PaiNN")
        .mayContain("radial_basis", "cutoff_fn", "embedding", "electronic_embeddings", "filter_net", "interactions",
            "mixing");
    int interactions = representation(painn);
    TorchModule output = output(root);
    Optional<TorchModule> offsets = offsets(root, output);
    return new SchNetPackModel(interactions, painn.flag("share_filters"), output.path(),
        offsets.map(TorchModule::path), offsets.filter(o -> o.flag("add_mean")).isPresent(),
        offsets.filter(o -> o.flag("add_atomrefs")).isPresent());
  }

  private static int representation(TorchModule painn) {
    painn.child("radial_basis").mustBe("schnetpack.nn.radial.GaussianRBF");
    painn.child("cutoff_fn").mustBe("schnetpack.nn.cutoff.CosineCutoff");
    painn.child("embedding").mustBe("torch.nn.modules.sparse.Embedding");
    linear(painn.child("filter_net"));
    Optional.ofNullable(painn.children().get("electronic_embeddings")).ifPresent(embeddings -> {
      if (!embeddings.children().isEmpty()) {
        throw embeddings.bad("is not empty; embeddings of charge or spin are not imported");
      }
    });
    var interactions = painn.child("interactions").children();
    var mixing = painn.child("mixing").children();
    if (interactions.size() != mixing.size()) {
      throw painn.bad("has " + interactions.size() + " interactions and " + mixing.size() + " mixings");
    }
    interactions.values().forEach(block -> {
      block.mustBe("schnetpack.representation.painn.PaiNNInteraction").mayContain("interatomic_context_net");
      twoLayers(block.child("interatomic_context_net"));
    });
    mixing.values().forEach(block -> {
      block.mustBe("schnetpack.representation.painn.PaiNNMixing").mayContain("intraatomic_context_net",
          "mu_channel_mix");
      twoLayers(block.child("intraatomic_context_net"));
      linear(block.child("mu_channel_mix"));
      block.mustHave("epsilon", 1e-8);
    });
    return interactions.size();
  }

  /** The one output that is an energy; Forces only says that it is differentiated. */
  private static TorchModule output(TorchModule root) {
    List<TorchModule> energies = root.child("output_modules").children().values().stream()
        .map(module -> module.mustBe("schnetpack.atomistic.atomwise.Atomwise", "schnetpack.atomistic.response.Forces"))
        .filter(module -> module.object().type().full().endsWith(".Atomwise")).toList();
    if (energies.size() != 1) {
      throw root.bad("has " + energies.size() + " outputs that are sums over atoms; one is imported, the energy");
    }
    TorchModule energy = energies.getFirst();
    energy.mustHave("aggregation_mode", "sum").mustHave("n_out", 1).mayContain("outnet");
    twoLayers(energy.child("outnet"));
    return energy;
  }

  private static Optional<TorchModule> offsets(TorchModule root, TorchModule output) {
    Optional<TorchModule> offsets = Optional.empty();
    for (TorchModule step : root.child("postprocessors").children().values()) {
      step.mustBe("schnetpack.transform.atomistic.AddOffsets", "schnetpack.transform.casting.CastTo64");
      if (step.object().type().full().endsWith(".AddOffsets")) {
        if (offsets.isPresent() || !step.text("_property").equals(output.text("output_key"))) {
          throw step.bad("adds to something else than the energy, or adds again");
        }
        step.mustHave("is_extensive", true);
        offsets = Optional.of(step);
      }
    }
    return offsets;
  }

  /** Two dense layers with SiLU between them. */
  private static void twoLayers(TorchModule sequence) {
    if (sequence.children().size() != 2) {
      throw sequence.bad("has " + sequence.children().size() + " layers; only two are imported");
    }
    activation(sequence.child("0").mustBe("schnetpack.nn.base.Dense"), SILU, "torch.nn.modules.activation.SiLU");
    linear(sequence.child("1"));
  }

  private static void linear(TorchModule dense) {
    activation(dense.mustBe("schnetpack.nn.base.Dense"), "", "torch.nn.modules.linear.Identity");
  }

  /** A function is an attribute, a module is one of the modules; none at all is the identity. */
  private static void activation(TorchModule dense, String function, String module) {
    Optional<TorchModule> inner = Optional.ofNullable(dense.children().get("activation"));
    inner.ifPresent(activation -> activation.mustBe(module));
    String found = switch (dense.attribute("activation").orElse("")) {
      case PythonName name -> name.full();
      case String none when none.isEmpty() -> "";
      default -> "something else";
    };
    if (inner.isEmpty() && !found.equals(function)) {
      throw dense.bad("has the activation '" + found + "'; only " + (function.isEmpty() ? module : function)
          + " is imported here");
    }
  }

  /** The name of the mean or of the elements' energies, if they are added. */
  Optional<String> offsets(String which) {
    boolean added = which.equals("mean") ? addMean : addReferences;
    return offsetPath.filter(_ -> added).map(path -> path + which);
  }
}
