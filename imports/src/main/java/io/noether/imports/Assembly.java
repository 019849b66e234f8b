package io.noether.imports;

import io.noether.autodiff.Precision;
import io.noether.autodiff.Tensor;
import io.noether.core.Element;
import io.noether.core.InputException;
import io.noether.core.safetensors.ElementType;
import io.noether.imports.files.Weights;
import io.noether.nn.Architecture;
import io.noether.nn.AtomicGraph;
import io.noether.nn.EnergyModel;
import io.noether.nn.ModelSpec;
import io.noether.nn.files.StoredParameters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A network of this library that is given its weights one by one. */
final class Assembly {
  private final String source;
  private final EnergyModel model;
  private final Map<String, Tensor> waiting = new LinkedHashMap<>();
  private final Map<Tensor, Weights> given = new LinkedHashMap<>();

  /**
   * A network without weights. What is added for each atom belongs into the references, which are added in double
   * precision; a shift would be rounded with the network.
   *
   * @param source the file, for messages
   * @param references eV, one for each element
   * @param scale eV for one unit of the network's output
   */
  Assembly(String source, Architecture architecture, List<Element> elements, double[] references, double scale) {
    this.source = source;
    try {
      model = new EnergyModel(new ModelSpec(architecture, elements, references, scale, 0));
    } catch (IllegalArgumentException e) {
      throw new InputException(source + ": " + e.getMessage(), e);
    }
    model.parameters().forEach(p -> waiting.put(p.name(), p));
  }

  /**
   * Gives a parameter its numbers. Axes of one number do not count when shapes are compared.
   *
   * @param name without the architecture's name and the dot in front
   * @throws InputException naming both tensors, if there is no such parameter or the shapes differ
   */
  void give(String name, Weights weights) {
    giveFull(model.spec().architecture().name() + "." + name, weights);
  }

  /**
   * Gives a parameter its numbers, as {@link #give} does.
   *
   * @param full the parameter's whole name, beginning with that of the architecture
   * @throws InputException naming both tensors, if there is no such parameter or the shapes differ
   */
  void giveFull(String full, Weights weights) {
    Tensor parameter = waiting.remove(full);
    if (parameter == null) {
      throw new InputException(source + ": the network has no parameter '" + full + "', or it is given twice");
    }
    if (!withoutOnes(weights.shape()).equals(withoutOnes(shape(parameter)))) {
      throw weights.bad("comes to shape " + weights.shape() + ", but '" + full + "' has " + shape(parameter));
    }
    given.put(parameter, weights);
  }

  /** The network with all its weights. @throws InputException naming a parameter that has none */
  ImportedModel complete(Map<String, String> provenance, List<String> notes) {
    if (!waiting.isEmpty()) {
      throw new InputException(source + ": has nothing for the parameter '" + waiting.keySet().iterator().next() + "'");
    }
    var parameters = model.newParameters(0); // its size is that of the tensors that were read
    given.forEach((parameter, weights) -> System.arraycopy(weights.values(), 0, parameters.values(),
        parameters.offset(parameter), weights.values().length));
    boolean doubles = given.values().stream().anyMatch(w -> w.type() == ElementType.F64);
    return new ImportedModel(model, parameters, doubles ? Precision.FLOAT64 : Precision.FLOAT32, provenance,
        notes);
  }

  private List<Long> shape(Tensor parameter) {
    return StoredParameters.shape(parameter, Map.of(AtomicGraph.ELEMENTS, model.spec().elements().size()));
  }

  private static List<Long> withoutOnes(List<Long> shape) {
    return shape.stream().filter(extent -> extent != 1).toList();
  }
}
