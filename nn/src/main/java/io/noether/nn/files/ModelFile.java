package io.noether.nn.files;

import io.noether.autodiff.Precision;
import io.noether.autodiff.Space;
import io.noether.autodiff.Tensor;
import io.noether.autodiff.Workers;
import io.noether.core.Element;
import io.noether.core.InputException;
import io.noether.core.safetensors.ElementType;
import io.noether.core.safetensors.Metadata;
import io.noether.core.safetensors.Safetensors;
import io.noether.core.safetensors.SafetensorsWriter;
import io.noether.nn.AtomicGraph;
import io.noether.nn.EnergyModel;
import io.noether.nn.ModelSpec;
import io.noether.nn.inference.NeuralPotential;
import io.noether.nn.inference.TrainedModel;
import io.noether.nn.models.Architectures;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Trained models as files: safetensors whose metadata say everything that is not a weight. The files hold text and
 * numbers alone; no code is executed when one is loaded.
 *
 * <p>The format is version 1. A file of a newer minor version (1.x) loads, since minor versions only add metadata.
 *
 * <p>A model of an architecture of your own loads with a registry that knows it:
 * {@code ModelFile.read(file, Architectures.standard().with(mine))}.
 */
public final class ModelFile {
  private static final String FORMAT = "noether";
  private static final int MAJOR = 1;
  private static final int MINOR = 0;
  private static final String HYPER_PARAMETER = "model.";

  private ModelFile() {}

  /**
   * Saves a model. The file is written aside, forced to the disk and renamed, so a reader never sees a part of it.
   *
   * @throws InputException if the file cannot be written
   */
  public static void save(Path file, TrainedModel trained) {
    ModelSpec spec = trained.spec();
    var header = new LinkedHashMap<String, String>();
    header.put("format", FORMAT);
    header.put("format_version", MAJOR + "." + MINOR);
    header.put("architecture", spec.architecture().name());
    spec.architecture().hyperParameters().forEach((name, value) -> header.put(HYPER_PARAMETER + name, value));
    header.put("elements", join(spec.elements().stream().map(Element::symbol).toList()));
    header.put("cutoff", Double.toString(spec.architecture().cutoff()));
    header.put("units", "Å, eV, eV/Å, eV/Å^3");
    header.put("reference_energies", join(Arrays.stream(spec.referenceEnergies()).boxed().toList()));
    header.put("scale", Double.toString(spec.scale()));
    header.put("shift", Double.toString(spec.shift()));
    header.put("precision", trained.precision().name().toLowerCase(Locale.ROOT));
    trained.metadata().forEach(header::putIfAbsent); // of a model that was loaded, it has all of this already
    var writer = new SafetensorsWriter().putAll(header);
    StoredParameters.write(writer, trained.parameters(), rows(spec),
        trained.precision() == Precision.FLOAT32 ? ElementType.F32 : ElementType.F64);
    writer.write(file);
  }

  /** Loads a model of one of the library's architectures; see {@link #read(Path, Architectures)}. */
  public static TrainedModel read(Path file) {
    return read(file, Architectures.standard());
  }

  /**
   * Loads a model.
   *
   * @param architectures those that the file may name
   * @throws InputException naming the file and the field, if the file is missing, damaged, of another format or of an
   *     older major version
   */
  public static TrainedModel read(Path file, Architectures architectures) {
    try (var in = Safetensors.open(file)) {
      return new Reader(file, in, Metadata.of(file, in), architectures).read();
    }
  }

  /** Loads a model ready to predict, on the caller's thread, in the precision it was trained with. */
  public static NeuralPotential load(Path file) {
    return load(file, Architectures.standard());
  }

  /** Loads a model of one of these architectures ready to predict, on the caller's thread. */
  public static NeuralPotential load(Path file, Architectures architectures) {
    return read(file, architectures).potential(Workers.CALLER);
  }

  private static Map<Space, Integer> rows(ModelSpec spec) {
    return Map.of(AtomicGraph.ELEMENTS, spec.elements().size());
  }

  private static String join(List<?> values) {
    return values.stream().map(String::valueOf).collect(Collectors.joining(" "));
  }

  private record Reader(Path file, Safetensors in, Metadata metadata, Architectures architectures) {
    TrainedModel read() {
      checkVersion();
      var elements = elements();
      double[] references = metadata.numbers("reference_energies");
      if (references.length != elements.size()) {
        throw metadata.bad("reference_energies",
            "has " + references.length + " numbers for " + elements.size() + " elements");
      }
      String precisionName = metadata.text("precision");
      Precision precision = switch (precisionName) {
        case "float32" -> Precision.FLOAT32;
        case "float64" -> Precision.FLOAT64;
        default -> throw metadata.bad("precision", "is '" + precisionName + "', neither float32 nor float64");
      };
      EnergyModel model = model(elements, references);
      StoredParameters.check(in, file, model.parameters(), rows(model.spec()));
      refuseExtraTensors(model);
      var parameters = model.newParameters(0);
      StoredParameters.read(in, parameters);
      return new TrainedModel(model, parameters, precision, metadata.entries());
    }

    private void checkVersion() {
      if (!FORMAT.equals(metadata.entries().get("format"))) {
        throw new InputException(file + ": is a safetensors file but not a Noether model (metadata 'format' is not '"
            + FORMAT + "'); `noether import` reads models of other packages");
      }
      String version = metadata.text("format_version");
      int major;
      try {
        major = Integer.parseInt(version.split("\\.", 2)[0]);
      } catch (NumberFormatException _) {
        throw metadata.bad("format_version", "is '" + version + "', not a version such as " + MAJOR + "." + MINOR);
      }
      if (major > MAJOR) {
        throw metadata.bad("format_version",
            "is " + version + ", newer than " + MAJOR + ".x, which this Noether reads; update it");
      }
      if (major < MAJOR) {
        throw metadata.bad("format_version", "is " + version + "; convert the file: load it with Noether 0." + major
            + " and save it with this one");
      }
    }

    private EnergyModel model(List<Element> elements, double[] references) {
      String name = metadata.text("architecture");
      double scale = metadata.number("scale");
      double shift = metadata.number("shift");
      try {
        var architecture = architectures.read(name, metadata.below(HYPER_PARAMETER));
        return new EnergyModel(new ModelSpec(architecture, elements, references, scale, shift));
      } catch (InputException | IllegalArgumentException e) {
        throw new InputException(file + ": " + e.getMessage(), e);
      }
    }

    private void refuseExtraTensors(EnergyModel model) {
      var known = model.parameters().stream().map(Tensor::name).toList();
      for (String name : in.tensors().keySet()) {
        if (!known.contains(name)) {
          throw new InputException(file + ": tensor '" + name + "' does not belong to this model");
        }
      }
    }

    private List<Element> elements() {
      var elements = new ArrayList<Element>();
      for (String symbol : metadata.text("elements").strip().split("\\s+", -1)) {
        try {
          elements.add(Element.bySymbol(symbol));
        } catch (InputException e) {
          throw new InputException(file + ": metadata 'elements': " + e.getMessage(), e);
        }
      }
      return elements;
    }
  }
}
