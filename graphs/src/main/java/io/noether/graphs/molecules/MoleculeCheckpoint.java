package io.noether.graphs.molecules;

import io.noether.core.InputException;
import io.noether.core.io.Sha256;
import io.noether.core.safetensors.Metadata;
import io.noether.core.safetensors.Safetensors;
import io.noether.core.safetensors.SafetensorsWriter;
import io.noether.nn.files.SavedDescent;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Everything that a run of a {@link MoleculeTrainer} needs to go on with the same bits, in a safetensors file. */
public final class MoleculeCheckpoint {
  private static final String FORMAT = "noether-molecules-checkpoint";
  private static final String VERSION = "1";
  private static final String CONFIG = "config.";

  private MoleculeCheckpoint() {}

  /** Saves where a trainer is. @throws InputException naming the file, if it cannot be written */
  public static void write(Path file, MoleculeTrainer trainer) {
    var writer = new SafetensorsWriter().put("format", FORMAT).put("format_version", VERSION);
    config(trainer).forEach((name, value) -> writer.put(CONFIG + name, value));
    writer.put("data_sha256", sha256(trainer.molecules()));
    SavedDescent.write(writer, trainer.state());
    writer.write(file);
  }

  /**
   * Lets a trainer go on from a saved run; to be called before it runs.
   *
   * @throws InputException naming the file, if there is none, it is damaged, or it is a run on other molecules or with
   *     other settings (the budget aside)
   */
  public static void resume(Path file, MoleculeTrainer trainer) {
    if (!Files.exists(file)) {
      throw new InputException(file + ": is not there, so there is no run to go on with; leave --resume out");
    }
    try (var in = Safetensors.open(file)) {
      var metadata = Metadata.of(file, in);
      if (!FORMAT.equals(in.metadata().get("format")) || !VERSION.equals(in.metadata().get("format_version"))) {
        throw new InputException(file + ": is not a checkpoint of this version of Noether; start the run anew");
      }
      config(trainer).forEach((name, now) -> {
        String before = metadata.text(CONFIG + name);
        if (!before.equals(now)) {
          throw new InputException(file + ": the run was started with " + name + " = " + before + ", not " + now
              + "; only --epochs and --time-limit may change when a run is resumed");
        }
      });
      if (!metadata.text("data_sha256").equals(sha256(trainer.molecules()))) {
        throw new InputException(file + ": the run was trained on other molecules; resume it with the same file");
      }
      trainer.restore(SavedDescent.read(in, metadata));
    } catch (IllegalArgumentException e) {
      throw new InputException(file + ": " + e.getMessage() + "; the file is damaged", e);
    }
  }

  private static Map<String, String> config(MoleculeTrainer trainer) {
    var settings = trainer.settings();
    var plan = trainer.plan();
    var all = new LinkedHashMap<String, String>();
    all.put("atom types", settings.types().stream().map(AtomType::toString).collect(Collectors.joining(" ")));
    all.put("channels", Integer.toString(settings.channels()));
    all.put("latent", Integer.toString(settings.latent()));
    all.put("encoder-layers", Integer.toString(settings.encoderLayers()));
    all.put("decoder-layers", Integer.toString(settings.decoderLayers()));
    all.put("order", Integer.toString(settings.order()));
    all.put("batch-size", Integer.toString(plan.batchSize()));
    all.put("learning-rate", Double.toString(plan.learningRate()));
    all.put("kl", Double.toString(plan.divergenceWeight()));
    all.put("seed", Long.toString(plan.seed()));
    return all;
  }

  private static String sha256(List<MoleculeGraph> molecules) {
    var hash = new Sha256();
    for (MoleculeGraph molecule : molecules) {
      hash.add(ByteBuffer.wrap(new byte[] {(byte) molecule.size()})).add(ByteBuffer.wrap(molecule.atoms()))
          .add(ByteBuffer.wrap(molecule.bonds()));
    }
    return hash.hexadecimal();
  }
}
