package io.noether.imports;

import io.noether.core.Element;
import io.noether.core.InputException;
import io.noether.imports.files.StoredTensor;
import io.noether.imports.files.TorchFile;
import io.noether.imports.files.Weights;
import io.noether.nn.layers.CutoffFunction;
import io.noether.nn.layers.RadialBasis;
import io.noether.nn.models.Radial;
import io.noether.nn.models.TensorNet;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/** A TensorNet potential of matgl: a folder with {@code model.json} and {@code state.pt}, a dictionary of tensors. */
final class MatglImport {
  private static final List<String> PARTS = List.of("scalar", "vector", "symmetric");

  private final Path stateFile;
  private final MatglConfig config;
  private final TensorSource state;

  private MatglImport(Path stateFile, MatglConfig config, TensorSource state) {
    this.stateFile = stateFile;
    this.config = config;
    this.state = state;
  }

  static ImportedModel read(Path folder, ImportOptions options) {
    if (options.energyUnit().isPresent()) {
      throw new InputException(folder + ": matgl's potentials are in eV; leave --energy-unit out");
    }
    Path jsonFile = folder.resolve("model.json");
    Path stateFile = folder.resolve("state.pt");
    var config = MatglConfig.read(jsonFile);
    try (var file = TorchFile.open(stateFile)) {
      var tensors = new LinkedHashMap<String, StoredTensor>();
      if (file.root() instanceof Map<?, ?> dictionary) {
        dictionary.forEach((name, value) -> {
          if (value instanceof StoredTensor tensor) {
            tensors.put(String.valueOf(name), tensor);
          }
        });
      }
      var state = new TensorSource(stateFile.toString(), tensors.keySet(),
          name -> file.weights(name, Objects.requireNonNull(tensors.get(name))));
      String name = String.valueOf(folder.toAbsolutePath().normalize().getFileName());
      var provenance = SourcePackage.MATGL.provenance(name, List.of(jsonFile, stateFile), EnergyUnit.EV,
          options.licence());
      return new MatglImport(stateFile, config, state).model(options.elements(), provenance);
    }
  }

  private ImportedModel model(List<Element> wanted, Map<String, String> provenance) {
    List<Element> elements = wanted.isEmpty() ? config.elements() : wanted;
    int[] rows = ElementTable.of(stateFile.toString(), elements, config.elements());
    var net = new Assembly(stateFile.toString(), architecture(), elements, references(rows), scale());
    embedding(net, rows);
    for (int t = 0; t < config.interactions(); t++) {
      interaction(net, t);
    }
    energies(net);
    for (String unused : List.of("element_refs.onehot", "model.tensor_embedding.emb3.weight",
        "model.tensor_embedding.emb3.bias")) { // the unit matrix; a layer for the state of a structure
      state.ignore(unused);
    }
    ImportedModel complete = net.complete(provenance, List.of());
    state.nothingLeft();
    return complete;
  }

  private TensorNet architecture() {
    same("model.bond_expansion.rbf.cutoff", config.cutoff());
    try {
      return new TensorNet(config.features(), config.interactions(), new Radial(config.radialFunctions(),
          config.cutoff(), RadialBasis.SMOOTH_BESSEL, new CutoffFunction.Cosine()));
    } catch (IllegalArgumentException e) {
      throw new InputException(stateFile.resolveSibling("model.json") + ": " + e.getMessage(), e);
    }
  }

  /** The number in the state, which has all its digits; the one in model.json is rounded and must agree. */
  private double same(String name, double printed) {
    Weights weights = state.take(name);
    double exact = weights.single();
    if (!(Math.abs(exact - printed) <= 1e-6 * Math.abs(printed) + 1e-8)) {
      throw weights.bad("is " + exact + ", but model.json says " + printed + "; the files are not of one model");
    }
    return exact;
  }

  private double scale() {
    same("data_mean", 0);
    return same("data_std", config.std());
  }

  private double[] references(int[] rows) {
    int count = config.elements().size();
    double[] printed = config.references().orElseGet(() -> new double[count]);
    double[] exact = printed;
    if (state.has("element_refs.property_offset")) {
      Weights weights = state.take("element_refs.property_offset").mustHave(count);
      exact = weights.values();
      for (int k = 0; k < Math.min(count, printed.length); k++) {
        if (config.references().isPresent() && Math.abs(exact[k] - printed[k]) > 1e-6 * Math.abs(exact[k]) + 1e-6) {
          throw weights.bad("has " + exact[k] + " for " + config.elements().get(k) + ", but model.json says "
              + printed[k] + "; the files are not of one model");
        }
      }
    }
    if (printed.length != count || exact.length != count) {
      throw new InputException(stateFile.resolveSibling("model.json") + ": element_refs has " + printed.length
          + " numbers for " + count + " elements");
    }
    double[] all = exact;
    return IntStream.of(rows).mapToDouble(row -> all[row]).toArray();
  }

  private void embedding(Assembly net, int[] rows) {
    String from = "model.tensor_embedding.";
    int f = config.features();
    net.give("embedding.elements.weight", state.take(from + "emb.weight").mustHave(config.elements().size(), f)
        .rows(rows));
    Weights pair = state.take(from + "emb2.weight").mustHave(f, 2L * f).transposed(); // [of sender and receiver, out]
    net.give("embedding.sender.weight", pair.slice(0, f));
    net.give("embedding.receiver.weight", pair.slice(f, 2 * f));
    net.give("embedding.receiver.bias", state.take(from + "emb2.bias"));
    net.give("embedding.filter.weight", projections(from, "weight").transposed());
    net.give("embedding.filter.bias", projections(from, "bias"));
    net.give("embedding.norm.weight", state.take(from + "init_norm.weight"));
    net.give("embedding.norm.bias", state.take(from + "init_norm.bias"));
    linear(net, "embedding.scale.0", from + "linears_scalar.0", 1);
    linear(net, "embedding.scale.1", from + "linears_scalar.1", 3);
    for (int part = 0; part < 3; part++) {
      mix(net, "embedding.mix." + PARTS.get(part), from + "linears_tensor." + part);
    }
  }

  private Weights projections(String from, String what) {
    return state.take(from + "distance_proj1." + what).above(state.take(from + "distance_proj2." + what))
        .above(state.take(from + "distance_proj3." + what));
  }

  private void interaction(Assembly net, int t) {
    String to = "interaction." + t + ".";
    String from = "model.layers." + t + ".";
    for (int k = 0; k < 3; k++) {
      linear(net, to + "filter." + k, from + "linears_scalar." + k, k < 2 ? 1 : 3);
      mix(net, to + "before." + PARTS.get(k), from + "linears_tensor." + k);
      mix(net, to + "after." + PARTS.get(k), from + "linears_tensor." + (k + 3));
    }
  }

  private void energies(Assembly net) {
    net.give("energy.norm.weight", state.take("model.out_norm.weight"));
    net.give("energy.norm.bias", state.take("model.out_norm.bias"));
    linear(net, "energy.linear", "model.linear", 1);
    for (int k = 0; k < 4; k++) {
      linear(net, "energy.value." + k, "model.final_layer.gated.layers." + 2 * k, 1);
      linear(net, "energy.gate." + k, "model.final_layer.gated.gates." + 2 * k, 1);
    }
  }

  /** @param parts how many numbers there are for each channel, one after the other there, in blocks here */
  private void linear(Assembly net, String ours, String theirs, int parts) {
    net.give(ours + ".weight", state.take(theirs + ".weight").partsFirst(parts).transposed());
    net.give(ours + ".bias", state.take(theirs + ".bias").partsFirst(parts));
  }

  private void mix(Assembly net, String ours, String theirs) {
    net.give(ours + ".weight", state.take(theirs + ".weight").transposed());
  }
}
