package io.noether.nn.files;

import io.noether.autodiff.ParameterSet;
import io.noether.autodiff.Precision;
import io.noether.autodiff.Tensor;
import io.noether.autodiff.Workers;
import io.noether.core.Element;
import io.noether.core.InputException;
import io.noether.core.safetensors.ElementType;
import io.noether.core.safetensors.Safetensors;
import io.noether.core.safetensors.SafetensorsWriter;
import io.noether.nn.AtomicGraph;
import io.noether.nn.EnergyModel;
import io.noether.nn.ModelSpec;
import io.noether.nn.inference.NeuralPotential;
import io.noether.nn.inference.Tuning;
import io.noether.nn.models.Architectures;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A trained model as a file: safetensors whose metadata say everything that is not a weight. Text and numbers alone; no
 * code is executed when a file is loaded.
 *
 * <p>Format version 1: a file of a newer minor version (1.x) loads, since minor versions only add metadata.
 *
 * @param model the network as expressions, with its {@link ModelSpec}
 * @param parameters the trained numbers
 * @param precision what the model was trained with, and what it computes with unless told otherwise
 * @param metadata everything in the header, provenance included, in file order
 */
public record ModelFile(EnergyModel model, ParameterSet parameters, Precision precision, Map<String, String> metadata) {
  private static final String FORMAT = "noether";
  private static final int MAJOR = 1;
  private static final int MINOR = 0;
  private static final String HYPER_PARAMETER = "model.";

  /**
   * Saves a model: written aside, forced to the disk, renamed.
   *
   * @param values the numbers to save, laid out as {@code parameters} are
   * @param precision what numbers are rounded to
   * @param provenance more metadata: data, seed, epoch, errors, licence
   * @throws InputException if the file cannot be written
   */
  public static void save(Path file, ModelSpec spec, ParameterSet parameters, double[] values, Precision precision,
      Map<String, String> provenance) {
    var writer = new SafetensorsWriter().put("format", FORMAT).put("format_version", MAJOR + "." + MINOR)
        .put("architecture", spec.architecture().name());
    spec.architecture().hyperParameters().forEach((name, value) -> writer.put(HYPER_PARAMETER + name, value));
    writer.put("elements", join(spec.elements().stream().map(Element::symbol).toList()))
        .put("cutoff", Double.toString(spec.architecture().cutoff()))
        .put("units", "Å, eV, eV/Å, eV/Å^3")
        .put("reference_energies", join(java.util.Arrays.stream(spec.referenceEnergies()).boxed().toList()))
        .put("scale", Double.toString(spec.scale())).put("shift", Double.toString(spec.shift()))
        .put("precision", precision.name().toLowerCase(Locale.ROOT)).putAll(provenance);
    ElementType type = precision == Precision.FLOAT32 ? ElementType.F32 : ElementType.F64;
    for (Tensor p : parameters.tensors()) {
      writer.add(p.name(), type, values, parameters.offset(p), shape(p, spec));
    }
    writer.write(file);
  }

  /**
   * Loads a model.
   *
   * @throws InputException naming the file and the field, if the file is missing, damaged, of another format or of an
   *     older major version
   */
  public static ModelFile read(Path file) {
    try (var in = Safetensors.open(file)) {
      return new Reader(file, in).read();
    }
  }

  /** Loads a model ready to predict, on the caller's thread, in the precision it was trained with. */
  public static NeuralPotential load(Path file) {
    return read(file).potential(Workers.CALLER);
  }

  /**
   * The potential, in the precision it was trained with.
   *
   * @param workers threads that help with each call
   */
  public NeuralPotential potential(Workers workers) {
    return potential(precision, workers);
  }

  /** The potential in any precision. */
  public NeuralPotential potential(Precision wanted, Workers workers) {
    return new NeuralPotential(model, parameters, wanted, workers);
  }

  /** The potential in any precision, tuned. */
  public NeuralPotential potential(Precision wanted, Workers workers, Tuning tuning) {
    return new NeuralPotential(model, parameters, wanted, workers, tuning);
  }

  private static long[] shape(Tensor parameter, ModelSpec spec) {
    var dims = new ArrayList<Long>();
    if (parameter.space().equals(AtomicGraph.ELEMENTS)) {
      dims.add((long) spec.elements().size());
    }
    for (int axis = 0; axis < parameter.shape().rank(); axis++) {
      dims.add((long) parameter.shape().dim(axis));
    }
    return dims.stream().mapToLong(Long::longValue).toArray();
  }

  private static String join(List<?> values) {
    return values.stream().map(String::valueOf).collect(Collectors.joining(" "));
  }

  private record Reader(Path file, Safetensors in) {
    ModelFile read() {
      checkVersion();
      var elements = elements();
      double[] references = numbers("reference_energies");
      if (references.length != elements.size()) {
        throw bad("reference_energies", "has " + references.length + " numbers for " + elements.size() + " elements");
      }
      String precisionName = text("precision");
      Precision precision = switch (precisionName) {
        case "float32" -> Precision.FLOAT32;
        case "float64" -> Precision.FLOAT64;
        default -> throw bad("precision", "is '" + precisionName + "', neither float32 nor float64");
      };
      EnergyModel model = model(elements, references);
      checkTensors(model);
      var parameters = model.newParameters(0);
      for (Tensor p : parameters.tensors()) {
        double[] values = in.read(p.name());
        System.arraycopy(values, 0, parameters.values(), parameters.offset(p), values.length);
      }
      return new ModelFile(model, parameters, precision, new LinkedHashMap<>(in.metadata()));
    }

    private void checkVersion() {
      if (!FORMAT.equals(in.metadata().get("format"))) {
        throw new InputException(file + ": is a safetensors file but not a Noether model (metadata 'format' is not '"
            + FORMAT + "'); `noether import` reads models of other packages");
      }
      String version = text("format_version");
      int major;
      try {
        major = Integer.parseInt(version.split("\\.", 2)[0]);
      } catch (NumberFormatException _) {
        throw bad("format_version", "is '" + version + "', not a version such as " + MAJOR + "." + MINOR);
      }
      if (major > MAJOR) {
        throw bad("format_version",
            "is " + version + ", newer than " + MAJOR + ".x, which this Noether reads; update it");
      }
      if (major < MAJOR) {
        throw bad("format_version", "is " + version + "; convert the file: load it with Noether 0." + major
            + " and save it with this one");
      }
    }

    private EnergyModel model(List<Element> elements, double[] references) {
      var hyperParameters = new HashMap<String, String>();
      in.metadata().forEach((key, value) -> {
        if (key.startsWith(HYPER_PARAMETER)) {
          hyperParameters.put(key.substring(HYPER_PARAMETER.length()), value);
        }
      });
      try {
        var architecture = Architectures.read(text("architecture"), hyperParameters);
        return new EnergyModel(new ModelSpec(architecture, elements, references, number("scale"), number("shift")));
      } catch (InputException | IllegalArgumentException e) {
        String message = String.valueOf(e.getMessage());
        throw message.startsWith(file.toString()) ? new InputException(message, e)
            : new InputException(file + ": " + message, e);
      }
    }

    /** Before anything is allocated for the parameters: their sizes come from the metadata, which may lie. */
    private void checkTensors(EnergyModel model) {
      for (Tensor p : model.parameters()) {
        var wanted = java.util.Arrays.stream(shape(p, model.spec())).boxed().toList();
        var found = in.entry(p.name()).shape();
        if (!found.equals(wanted)) {
          throw bad("tensor '" + p.name() + "'", "has shape " + found + ", but the model needs " + wanted);
        }
      }
      if (in.tensors().size() != model.parameters().size()) {
        var known = model.parameters().stream().map(Tensor::name).toList();
        String extra = in.tensors().keySet().stream().filter(name -> !known.contains(name)).findFirst().orElse("");
        throw bad("tensor '" + extra + "'", "does not belong to this model");
      }
    }

    private List<Element> elements() {
      var elements = new ArrayList<Element>();
      for (String symbol : text("elements").trim().split("\\s+", -1)) {
        try {
          elements.add(Element.bySymbol(symbol));
        } catch (InputException e) {
          throw new InputException(file + ": metadata 'elements': " + e.getMessage(), e);
        }
      }
      return elements;
    }

    private double number(String key) {
      double[] one = numbers(key);
      if (one.length != 1) {
        throw bad(key, "must be one number");
      }
      return one[0];
    }

    private double[] numbers(String key) {
      String[] words = text(key).trim().split("\\s+", -1);
      double[] values = new double[words.length];
      for (int k = 0; k < words.length; k++) {
        try {
          values[k] = Double.parseDouble(words[k]);
        } catch (NumberFormatException _) {
          throw bad(key, "has '" + words[k] + "' where a number must be");
        }
        if (!Double.isFinite(values[k])) {
          throw bad(key, "has " + words[k] + ", which is not finite");
        }
      }
      return values;
    }

    private String text(String key) {
      String value = in.metadata().get(key);
      if (value == null) {
        throw bad(key, "is missing");
      }
      return value;
    }

    private InputException bad(String field, String what) {
      return new InputException(
          file + ": " + (field.startsWith("tensor") ? field : "metadata '" + field + "'") + " " + what);
    }
  }
}
