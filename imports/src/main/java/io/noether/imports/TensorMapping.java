package io.noether.imports;

import com.fasterxml.jackson.core.JsonParser;
import io.noether.core.Element;
import io.noether.core.InputException;
import io.noether.nn.Architecture;
import io.noether.nn.models.Architectures;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What a user says of a safetensors file that somebody else wrote: which network here it is, and which of its tensors
 * is which of the network's parameters. {@code docs/importing.md} has an example.
 *
 * @param source the mapping's file, for messages
 * @param architecture the network
 * @param elements in the order of the embedding's rows
 * @param energyUnit of the numbers that follow and of the network's output
 * @param scale for one unit of the network's output, in energyUnit
 * @param shift per atom, in energyUnit
 * @param references one for each element, in energyUnit
 * @param tensors by our parameters' names
 * @param ignored names of tensors that do not matter
 * @param about model, licence and citation
 */
public record TensorMapping(String source, Architecture architecture, List<Element> elements, EnergyUnit energyUnit,
    double scale, double shift, double[] references, Map<String, MappedTensor> tensors, List<String> ignored,
    Map<String, String> about) {
  private static final List<String> ABOUT = List.of("model", "licence", "citation");

  /** Copies the lists and maps. */
  public TensorMapping {
    elements = List.copyOf(elements);
    references = references.clone();
    tensors = Collections.unmodifiableMap(new LinkedHashMap<>(tensors));
    ignored = List.copyOf(ignored);
    about = Map.copyOf(about);
  }

  /**
   * Reads a mapping, JSON or YAML as the parser takes it.
   *
   * @param source the file, for messages
   * @throws InputException naming the file and the field
   */
  public static TensorMapping read(JsonParser parser, String source) {
    Document file = Document.read(parser, source);
    file.mustKnow(List.of("architecture", "hyper_parameters", "elements", "energy_unit", "scale", "shift",
        "reference_energies", "tensors", "ignored", "model", "licence", "citation"));
    var elements = file.at("elements").items().stream()
        .map(e -> named(e, () -> Element.bySymbol(e.text()))).toList();
    var references = new double[elements.size()];
    file.find("reference_energies").ifPresent(given -> {
      given.mustKnow(elements.stream().map(Element::symbol).toList());
      for (int k = 0; k < references.length; k++) {
        references[k] = given.at(elements.get(k).symbol()).number();
      }
    });
    var tensors = new LinkedHashMap<String, MappedTensor>();
    file.at("tensors").fields().forEach((name, value) -> tensors.put(name, MappedTensor.of(value)));
    var about = new LinkedHashMap<String, String>();
    ABOUT.forEach(key -> file.find(key).ifPresent(value -> about.put(key, value.text())));
    return new TensorMapping(source, architecture(file), elements,
        file.find("energy_unit").map(u -> named(u, () -> EnergyUnit.parse(u.text()))).orElse(EnergyUnit.EV),
        number(file, "scale", 1), number(file, "shift", 0), references, tensors,
        file.find("ignored").map(list -> list.items().stream().map(Document::text).toList()).orElse(List.of()), about);
  }

  private static Architecture architecture(Document file) {
    Document name = file.at("architecture");
    var changed = new LinkedHashMap<String, String>();
    file.at("hyper_parameters").fields().forEach((key, value) -> changed.put(key, value.text()));
    Architecture architecture = named(name, () -> Architectures.standard().withDefaults(name.text(), changed));
    for (String needed : architecture.hyperParameters().keySet()) { // a default would be a guess
      file.at("hyper_parameters").at(needed);
    }
    return architecture;
  }

  private static double number(Document file, String field, double otherwise) {
    Optional<Document> given = file.find(field);
    return given.isPresent() ? given.get().number() : otherwise;
  }

  /** Says where the value stands if it cannot be used. */
  private static <T> T named(Document place, Supplier<T> reading) {
    try {
      return reading.get();
    } catch (InputException e) {
      throw place.bad("cannot be used: " + e.getMessage());
    }
  }
}
