package io.noether.imports;

import io.noether.autodiff.ParameterSet;
import io.noether.autodiff.Precision;
import io.noether.autodiff.Workers;
import io.noether.nn.EnergyModel;
import io.noether.nn.ModelSpec;
import io.noether.nn.files.ModelFile;
import io.noether.nn.inference.NeuralPotential;
import io.noether.nn.inference.TrainedModel;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A potential of another package in the form and the units of this library.
 *
 * @param model the network, with scale, shift and reference energies in eV
 * @param parameters its weights, the same numbers as in the source
 * @param precision that of the source's weights
 * @param provenance where it comes from, for the header of a model file: {@code source.package}, {@code source.licence}
 *     and so on
 * @param notes what was assumed and the user should know, a line each
 */
public record ImportedModel(EnergyModel model, ParameterSet parameters, Precision precision,
    Map<String, String> provenance, List<String> notes) {
  /** Copies the provenance and the notes. */
  public ImportedModel {
    provenance = Collections.unmodifiableMap(new LinkedHashMap<>(provenance));
    notes = List.copyOf(notes);
  }

  /** The network's architecture, elements, scale and reference energies: everything but the weights. */
  public ModelSpec spec() {
    return model.spec();
  }

  /** The potential itself, computed in the given precision on the caller's thread. */
  public NeuralPotential potential(Precision wanted) {
    return new NeuralPotential(model, parameters, wanted, Workers.CALLER);
  }

  /** Writes a model file. @throws io.noether.core.InputException if it cannot be written */
  public void save(Path file) {
    ModelFile.save(file, new TrainedModel(model, parameters, precision, provenance));
  }
}
