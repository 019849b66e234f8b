package io.noether.dynamics.md;

import io.noether.core.Cell;
import io.noether.core.InputException;
import io.noether.core.Labels;
import io.noether.core.Periodicity;
import io.noether.core.Structure;
import io.noether.core.safetensors.ElementType;
import io.noether.core.safetensors.Metadata;
import io.noether.core.safetensors.Safetensors;
import io.noether.core.safetensors.SafetensorsWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;

/**
 * A restart file: the state of the dynamics with all bits, and how long the other files were. Nothing random has a
 * state, as noise follows from the seed and the step.
 *
 * @param trajectoryBytes length of the trajectory
 * @param logBytes length of the CSV
 */
record Restart(MdState state, long trajectoryBytes, long logBytes) {
  private static final String FORMAT = "noether-md";
  private static final String VERSION = "1";
  private static final String SETTING = "setting.";

  /** @param settings what must be the same when the run goes on, by name */
  void write(Path file, Map<String, String> settings) {
    Structure s = state.structure();
    var labels = s.labels();
    double[] numbers = Arrays.stream(s.atomicNumbers()).asDoubleStream().toArray();
    var writer = new SafetensorsWriter().put("format", FORMAT).put("format_version", VERSION)
        .put("step", Long.toString(state.step()))
        .put("degrees_of_freedom", Integer.toString(state.degrees()))
        .put("exchanged", Double.toString(state.exchanged()))
        .put("energy", Double.toString(labels.energy().orElseThrow()))
        .put("trajectory_bytes", Long.toString(trajectoryBytes))
        .put("log_bytes", Long.toString(logBytes))
        .put("periodicity", s.periodicity().toString());
    settings.forEach((name, value) -> writer.put(SETTING + name, value));
    writer.add("atomic_numbers", ElementType.I32, numbers, 0, numbers.length)
        .add("cell", ElementType.F64, s.cell().vectors(), 0, 3, 3)
        .add("positions", ElementType.F64, s.positions(), 0, s.size(), 3)
        .add("velocities", ElementType.F64, state.velocities(), 0, s.size(), 3)
        .add("forces", ElementType.F64, labels.forces().orElseThrow(), 0, s.size(), 3);
    labels.stress().ifPresent(stress -> writer.add("stress", ElementType.F64, stress, 0, 3, 3));
    writer.write(file);
  }

  /**
   * Reads a file.
   *
   * @throws InputException if it is not there, is damaged, or is of a run with other atoms or settings
   */
  static Restart read(Path file, Structure like, Map<String, String> settings) {
    if (!Files.exists(file)) {
      throw new InputException(file + ": is not there, so there is no run to go on with; leave --resume out");
    }
    try (var in = Safetensors.open(file)) {
      var fields = Metadata.of(file, in);
      if (!fields.text("format").equals(FORMAT) || !fields.text("format_version").equals(VERSION)) {
        throw new InputException(file + ": is not a restart file of this version of Noether");
      }
      settings.forEach((name, value) -> check(fields, name, value));
      double[] numbers = in.read("atomic_numbers");
      int[] atomicNumbers = Arrays.stream(numbers).mapToInt(n -> (int) n).toArray();
      if (!Arrays.equals(atomicNumbers, like.atomicNumbers())) {
        throw new InputException(file + ": is of a run with other atoms than " + like.source());
      }
      int size = like.size();
      var labels = Labels.NONE.withEnergy(fields.anyNumber("energy")).withForces(in.read("forces", size, 3));
      if (in.tensors().containsKey("stress")) {
        labels = labels.withStress(in.read("stress", 3, 3));
      }
      var cell = Cell.of(in.read("cell", 3, 3), periodicity(fields));
      var structure = Structure.of(atomicNumbers, in.read("positions", size, 3), cell).withSource(like.source())
          .withLabels(labels);
      var state = new MdState(fields.whole("step"), (int) fields.whole("degrees_of_freedom"),
          fields.anyNumber("exchanged"), structure, in.read("velocities", size, 3));
      return new Restart(state, fields.whole("trajectory_bytes"), fields.whole("log_bytes"));
    }
  }

  private static Periodicity periodicity(Metadata fields) {
    String[] along = fields.text("periodicity").split(" ", -1);
    if (along.length != 3) {
      throw fields.bad("periodicity", "is not such as 'T T F'; the file is damaged");
    }
    return new Periodicity(along[0].equals("T"), along[1].equals("T"), along[2].equals("T"));
  }

  private static void check(Metadata fields, String name, String wanted) {
    String before = fields.text(SETTING + name);
    if (!before.equals(wanted)) {
      throw new InputException(fields.file() + ": the run was started with " + name + " " + before + ", not " + wanted
          + "; give the same options as then (only the number of steps and what is written may change)");
    }
  }
}
