package io.noether.imports;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadFeature;
import io.noether.core.Element;
import io.noether.core.InputException;
import io.noether.imports.files.SourceFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What matgl's {@code model.json} says of a potential. Everything that would change the network is checked: a field
 * that is not known, or says something that TensorNet here does not do, is refused.
 *
 * @param elements in the order of the embedding's rows
 * @param features matgl's {@code units}
 * @param interactions matgl's {@code nblocks}
 * @param radialFunctions matgl's {@code max_n}
 * @param cutoff Å
 * @param std eV for one unit of the network's output, as printed
 * @param references eV, as printed, one for each element
 */
record MatglConfig(List<Element> elements, int features, int interactions, int radialFunctions, double cutoff,
    double std, Optional<double[]> references) {
  private static final int LARGEST = 1 << 20;

  /** What the potential around the network must be. */
  private static final Map<String, String> POTENTIAL = Map.of("calc_repuls", "false");
  private static final List<String> POTENTIAL_FREE = List.of("model", "data_mean", "data_std", "element_refs",
      "calc_forces", "calc_stresses", "calc_hessian", "calc_magmom", "calc_site_wise", "calc_charge", "zbl_trainable",
      "debug_mode");

  /** What the network must be, or leave out. */
  private static final Map<String, String> NETWORK = Map.of("rbf_type", "SphericalBessel", "use_smooth", "true",
      "activation_type", "swish", "equivariance_invariance_group", "O(3)", "is_intensive", "false", "include_state",
      "false", "ntargets", "1", "readout_type", "weighted_atom", "task_type", "regression", "dim_state_embedding", "0");
  /** Fields that these leave without meaning. */
  private static final List<String> NETWORK_FREE = List.of("element_types", "units", "nblocks", "max_n", "cutoff",
      "dtype", "num_rbf", "max_l", "width", "niters_set2set", "nlayers_set2set", "field", "ntypes_state",
      "dim_state_feats");

  /** @throws InputException naming the file and the field */
  static MatglConfig read(Path file) {
    var json = JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
    try (var parser = json.createParser(new SourceFile(file).bytes(LARGEST))) {
      return of(Document.read(parser, file.toString()));
    } catch (IOException e) {
      throw new InputException(file + ": cannot be read: " + e.getMessage(), e);
    }
  }

  private static MatglConfig of(Document json) {
    must(json.at("@class"), "Potential");
    Document potential = json.at("kwargs");
    check(potential, POTENTIAL, POTENTIAL_FREE);
    potential.find("data_mean").ifPresent(mean -> {
      if (single(mean) != 0) {
        throw mean.bad("is not 0; an energy once per structure is not imported");
      }
    });
    must(potential.at("model").at("@class"), "TensorNet");
    Document network = potential.at("model").at("init_args");
    check(network, NETWORK, NETWORK_FREE);
    for (String needed : List.of("rbf_type", "use_smooth", "is_intensive")) { // matgl's defaults are others
      network.at(needed);
    }
    return new MatglConfig(network.at("element_types").items().stream().map(MatglConfig::element).toList(),
        network.at("units").natural(), network.at("nblocks").natural(), network.at("max_n").natural(),
        network.at("cutoff").number(), single(potential.at("data_std")),
        potential.find("element_refs").map(TensorText::parse));
  }

  private static void check(Document fields, Map<String, String> fixed, List<String> free) {
    fields.fields().keySet().forEach(name -> fields.find(name).ifPresent(value -> {
      if (fixed.containsKey(name)) {
        must(value, fixed.get(name));
      } else if (!free.contains(name)) {
        throw value.bad("is not known; a newer matgl may have written it");
      }
    }));
  }

  private static void must(Document field, String wanted) {
    if (!field.text().equals(wanted)) {
      throw field.bad("is '" + field.text() + "'; only " + wanted + " is imported");
    }
  }

  private static double single(Document tensor) {
    double[] numbers = TensorText.parse(tensor);
    if (numbers.length != 1) {
      throw tensor.bad("must be one number");
    }
    return numbers[0];
  }

  private static Element element(Document symbol) {
    try {
      return Element.bySymbol(symbol.text());
    } catch (InputException e) {
      throw symbol.bad(": " + e.getMessage());
    }
  }
}
