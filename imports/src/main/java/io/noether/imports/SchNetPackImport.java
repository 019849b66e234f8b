package io.noether.imports;

import io.noether.core.Element;
import io.noether.core.InputException;
import io.noether.core.safetensors.ElementType;
import io.noether.imports.files.TorchFile;
import io.noether.imports.files.TorchModule;
import io.noether.imports.files.Weights;
import io.noether.nn.layers.CutoffFunction;
import io.noether.nn.layers.RadialBasis;
import io.noether.nn.models.PaiNN;
import io.noether.nn.models.Radial;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/** A PaiNN of SchNetPack: {@code best_model}, the whole module as {@code torch.save} writes it. */
final class SchNetPackImport {
  private final String file;
  private final TensorSource state;
  private final SchNetPackModel model;

  private SchNetPackImport(String file, TensorSource state, SchNetPackModel model) {
    this.file = file;
    this.state = state;
    this.model = model;
  }

  static ImportedModel read(Path path, ImportOptions options) {
    try (var archive = TorchFile.open(path)) {
      var root = TorchModule.root(path.toString(), archive.root());
      var model = SchNetPackModel.of(root);
      var tensors = root.tensors();
      var state = new TensorSource(path.toString(), tensors.keySet(),
          name -> archive.weights(name, Objects.requireNonNull(tensors.get(name))));
      return new SchNetPackImport(path.toString(), state, model).model(path, options);
    }
  }

  private ImportedModel model(Path source, ImportOptions options) {
    EnergyUnit unit = options.energyUnit().orElse(EnergyUnit.KCAL_PER_MOL);
    var notes = new ArrayList<String>();
    if (options.energyUnit().isEmpty()) {
      notes.add("SchNetPack's files do not say their units; energies are taken to be in kcal/mol, as of its rMD17"
          + " models; if they are in eV, say --energy-unit eV");
    }
    Weights table = state.take("representation.embedding.weight");
    var known =
        IntStream.range(1, Math.min(table.extent(0), Element.values().length + 1)).mapToObj(Element::of).toList();
    List<Element> elements = options.elements().isEmpty() ? known : options.elements();
    if (options.elements().isEmpty()) {
      notes.add("all " + known.size() + " elements that have a row are kept, trained or not; better say which it was"
          + " trained on, as in --elements H,C,O");
    }
    ElementTable.of(file, elements, known);
    int[] rows = elements.stream().mapToInt(Element::atomicNumber).toArray(); // row 0 is no element

    int features = table.extent(1);
    double cutoff = cutoff();
    var net = new Assembly(file, architecture(features, cutoff), elements, references(rows, unit),
        unit.inElectronVolts());
    net.give("embedding.weight", table.rows(rows));
    for (int t = 0; t < model.interactions(); t++) {
      interaction(net, t, features);
    }
    dense(net, "energy.0", model.outputPath() + "outnet.0");
    dense(net, "energy.1", model.outputPath() + "outnet.1");
    model.offsetPath().ifPresent(path -> { // there even where they are not added
      state.ignore(path + "mean");
      state.ignore(path + "atomref");
    });
    var provenance = SourcePackage.SCHNETPACK.provenance(String.valueOf(source.getFileName()), List.of(source), unit,
        options.licence());
    ImportedModel complete = net.complete(provenance, notes);
    state.nothingLeft();
    return complete;
  }

  /** Single precision's nearest number to what the author wrote; we keep what was written. */
  private double cutoff() {
    Weights cutoff = state.take("representation.cutoff_fn.cutoff");
    double number = cutoff.single();
    return cutoff.type() == ElementType.F32 ? Double.parseDouble(Float.toString((float) number)) : number;
  }

  private PaiNN architecture(int features, double cutoff) {
    Weights centres = state.take("representation.radial_basis.offsets");
    Weights widths = state.take("representation.radial_basis.widths");
    int count = centres.extent(0);
    widths.mustHave(count);
    double width = cutoff / (count - 1);
    for (int k = 0; k < count; k++) { // ours are exact; theirs are rounded to single precision
      if (!(Math.abs(centres.values()[k] - k * width) <= 4e-7 * cutoff)) {
        throw centres.bad("has " + centres.values()[k] + " for function " + k + " where " + k * width
            + " would be; only Gaussians evenly from 0 to the cutoff are imported");
      }
      if (!(Math.abs(widths.values()[k] - width) <= 4e-7 * cutoff)) {
        throw widths.bad("has " + widths.values()[k] + " for function " + k + " where " + width
            + " would be; only Gaussians as wide as their distance are imported");
      }
    }
    try {
      return new PaiNN(features, model.interactions(),
          new Radial(count, cutoff, RadialBasis.GAUSSIAN, new CutoffFunction.Cosine()));
    } catch (IllegalArgumentException e) {
      throw new InputException(file + ": " + e.getMessage(), e);
    }
  }

  /** The mean energy per atom and the element's own energy, where they are added. */
  private double[] references(int[] rows, EnergyUnit unit) {
    double mean = model.offsets("mean").map(name -> state.take(name).single()).orElse(0.0);
    double[] own = model.offsets("atomref").map(name -> state.take(name).rows(rows).mustHave(rows.length).values())
        .orElseGet(() -> new double[rows.length]);
    return Arrays.stream(own).map(energy -> (mean + energy) * unit.inElectronVolts()).toArray();
  }

  private void interaction(Assembly net, int t, int features) {
    String to = "interaction." + t + ".";
    int block = model.sharedFilters() ? 0 : t;
    dense(net, to + "message.0", "representation.interactions." + t + ".interatomic_context_net.0");
    dense(net, to + "message.1", "representation.interactions." + t + ".interatomic_context_net.1");
    int begin = 3 * features * block;
    int end = begin + 3 * features;
    net.give(to + "filter.weight", state.take("representation.filter_net.weight").slice(begin, end).transposed());
    net.give(to + "filter.bias", state.take("representation.filter_net.bias").slice(begin, end));
    net.give(to + "vectors.weight", state.take("representation.mixing." + t + ".mu_channel_mix.weight").transposed());
    dense(net, to + "update.0", "representation.mixing." + t + ".intraatomic_context_net.0");
    dense(net, to + "update.1", "representation.mixing." + t + ".intraatomic_context_net.1");
  }

  private void dense(Assembly net, String ours, String theirs) {
    net.give(ours + ".weight", state.take(theirs + ".weight").transposed());
    net.give(ours + ".bias", state.take(theirs + ".bias"));
  }
}
