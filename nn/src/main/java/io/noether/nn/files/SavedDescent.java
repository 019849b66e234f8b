package io.noether.nn.files;

import io.noether.autodiff.optim.DescentState;
import io.noether.autodiff.optim.OptimiserState;
import io.noether.autodiff.optim.Plateau;
import io.noether.core.InputException;
import io.noether.core.safetensors.ElementType;
import io.noether.core.safetensors.Metadata;
import io.noether.core.safetensors.Safetensors;
import io.noether.core.safetensors.SafetensorsWriter;
import java.util.Optional;

/** The state of a descent in a safetensors file, with all bits: a part of every checkpoint. */
public final class SavedDescent {
  private static final String BEST = "best.";

  private SavedDescent() {}

  /** Adds a state to a file. */
  public static void write(SafetensorsWriter writer, DescentState state) {
    var optimiser = state.optimiser();
    writer.put("epoch", Integer.toString(state.epoch())).put("batch", Integer.toString(state.batch()))
        .put("loss_sum", Double.toString(state.lossSum())).put("seconds", Double.toString(state.seconds()))
        .put("step", Long.toString(optimiser.steps())).put("bad_steps", Integer.toString(optimiser.badSteps()))
        .put("schedule.factor", Double.toString(state.plateau().factor()))
        .put("schedule.best", Double.toString(state.plateau().best()))
        .put("schedule.waited", Integer.toString(state.plateau().waited()));
    add(writer, "weights", state.weights());
    add(writer, "averaged", optimiser.averaged());
    add(writer, "adam.mean", optimiser.mean());
    add(writer, "adam.square", optimiser.square());
    add(writer, "adam.largest", optimiser.largest());
    state.best().ifPresent(best -> {
      writer.put(BEST + "epoch", Integer.toString(best.epoch())).put(BEST + "score", Double.toString(best.score()));
      add(writer, BEST + "weights", best.weights());
    });
  }

  /** Reads a state. @throws InputException naming the file and the field, if one is missing or unusable */
  public static DescentState read(Safetensors in, Metadata metadata) {
    int most = Integer.MAX_VALUE;
    var optimiser = new OptimiserState(metadata.whole("step"), metadata.whole("bad_steps", 0, most),
        in.read("averaged"), in.read("adam.mean"), in.read("adam.square"), in.read("adam.largest"));
    var plateau = new Plateau(metadata.anyNumber("schedule.factor"), metadata.anyNumber("schedule.best"),
        metadata.whole("schedule.waited", 0, most));
    Optional<DescentState.Best> best = metadata.has(BEST + "epoch")
        ? Optional.of(new DescentState.Best(metadata.whole(BEST + "epoch", 0, most),
            metadata.anyNumber(BEST + "score"), in.read(BEST + "weights")))
        : Optional.empty();
    return new DescentState(in.read("weights"), optimiser, plateau, metadata.whole("epoch", 0, most),
        metadata.whole("batch", 0, most), metadata.number("loss_sum"), metadata.number("seconds"), best);
  }

  private static void add(SafetensorsWriter writer, String name, double[] values) {
    writer.add(name, ElementType.F64, values, 0, values.length);
  }
}
