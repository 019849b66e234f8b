package io.noether.graphs.molecules;

import io.noether.autodiff.ParameterSet;
import io.noether.core.InputException;
import io.noether.core.safetensors.ElementType;
import io.noether.core.safetensors.Metadata;
import io.noether.core.safetensors.Safetensors;
import io.noether.core.safetensors.SafetensorsWriter;
import io.noether.nn.files.StoredParameters;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A trained generator as a safetensors file. The header has the settings; the tensors are the weights in single precision,
 * what sampling needs to know of the training set, and fingerprints of its molecules, by which a sample is known to be
 * novel.
 *
 * @param model the generator
 * @param known fingerprints of the molecules it was trained on; whole numbers below 2^53
 * @param metadata the whole header
 */
public record MoleculeModelFile(MoleculeModel model, double[] known, Map<String, String> metadata) {
  private static final String FORMAT = "noether-molecules";
  private static final String VERSION = "1";
  private static final String SIZES = "training.sizes";
  private static final String ATOMS = "training.atom_shares";
  private static final String BONDS = "training.bond_shares";
  private static final String KNOWN = "training.fingerprints";
  private static final int OWN_TENSORS = 4;

  /** Writes the file aside and then renames it. @throws InputException naming the file, if it cannot be written */
  public void save(Path file) {
    var settings = model.settings();
    var writer = new SafetensorsWriter().put("format", FORMAT).put("format_version", VERSION)
        .put("atom_types", settings.types().stream().map(AtomType::toString).collect(Collectors.joining(" ")))
        .put("channels", Integer.toString(settings.channels())).put("latent", Integer.toString(settings.latent()))
        .put("encoder_layers", Integer.toString(settings.encoderLayers()))
        .put("decoder_layers", Integer.toString(settings.decoderLayers()))
        .put("order", Integer.toString(settings.order())).putAll(metadata);
    ParameterSet parameters = model.parameters();
    StoredParameters.write(writer, parameters, Map.of(), ElementType.F32);
    add(writer, SIZES, Arrays.stream(model.sizes().counts()).asDoubleStream().toArray());
    add(writer, ATOMS, settings.types().stream().mapToDouble(t -> model.corruption().atomShares()[t.ordinal()])
        .toArray());
    add(writer, BONDS, model.corruption().bondShares());
    add(writer, KNOWN, known);
    writer.write(file);
  }

  private static void add(SafetensorsWriter writer, String name, double[] values) {
    writer.add(name, ElementType.F64, values, 0, values.length);
  }

  /**
   * Reads a file.
   *
   * @throws InputException naming the file and the field, if it is missing, damaged or another kind of file
   */
  public static MoleculeModelFile read(Path file) {
    try (var in = Safetensors.open(file)) {
      return new Reader(file, in, Metadata.of(file, in)).read();
    }
  }

  private record Reader(Path file, Safetensors in, Metadata metadata) {
    MoleculeModelFile read() {
      if (!FORMAT.equals(in.metadata().get("format"))) {
        throw new InputException(file + ": is not a model of `noether molecules train` (metadata 'format' is not '"
            + FORMAT + "')");
      }
      if (!VERSION.equals(metadata.text("format_version"))) {
        throw metadata.bad("format_version",
            "is '" + metadata.text("format_version") + "', but this Noether reads " + VERSION);
      }
      var network = new MoleculeNetwork(settings());
      var expected = network.graph.parameters();
      StoredParameters.check(in, file, expected, Map.of());
      if (in.tensors().size() != expected.size() + OWN_TENSORS) {
        throw new InputException(file + ": has " + in.tensors().size() + " tensors, but the settings make "
            + (expected.size() + OWN_TENSORS));
      }
      var parameters = network.newParameters(0);
      StoredParameters.read(in, parameters);
      var model = new MoleculeModel(network, parameters, corruption(network.settings().types()), sizes());
      return new MoleculeModelFile(model, in.read(KNOWN), in.metadata());
    }

    private MoleculeSettings settings() {
      var types = Arrays.stream(metadata.text("atom_types").strip().split("\\s+"))
          .map(name -> AtomType.named(name)
              .orElseThrow(() -> metadata.bad("atom_types", "has the unknown type '" + name + "'")))
          .toList();
      return new MoleculeSettings(types, metadata.whole("channels", 1, 1024), metadata.whole("latent", 1, 1024),
          metadata.whole("encoder_layers", 0, 100), metadata.whole("decoder_layers", 0, 100),
          metadata.whole("order", 2, 3));
    }

    private SizeDistribution sizes() {
      double[] counts = in.read(SIZES);
      if (counts.length < 2 || counts[0] != 0 || Arrays.stream(counts).anyMatch(c -> c < 0 || c != Math.rint(c))
          || Arrays.stream(counts).sum() < 1 || Arrays.stream(counts).sum() > 1e15) {
        throw new InputException(file + ": tensor '" + SIZES + "' does not say how many atoms molecules have");
      }
      return new SizeDistribution(Arrays.stream(counts).mapToLong(c -> (long) c).toArray());
    }

    private Corruption corruption(List<AtomType> types) {
      double[] shares = in.read(ATOMS, types.size());
      double[] atoms = new double[AtomType.values().length];
      for (int k = 0; k < shares.length; k++) {
        atoms[types.get(k).ordinal()] = shares[k];
      }
      return new Corruption(atoms, in.read(BONDS, MoleculeGraph.BOND_KINDS));
    }
  }
}
