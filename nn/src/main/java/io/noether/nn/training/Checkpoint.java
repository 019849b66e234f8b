package io.noether.nn.training;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.noether.core.InputException;
import io.noether.core.safetensors.ElementType;
import io.noether.core.safetensors.Safetensors;
import io.noether.core.safetensors.SafetensorsWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Everything a run needs to go on with the same bits: {@code last/checkpoint.safetensors}, replaced as a whole. Numbers
 * are kept in double; nothing random has a state, since orders follow from the seed and the epoch ({@link io.noether.core.Seeds}).
 */
final class Checkpoint {
  private static final String FORMAT = "noether-checkpoint";
  private static final String VERSION = "1";
  private static final String BEST = "best.";

  private Checkpoint() {}

  static Path file(Path directory) {
    return directory.resolve("last").resolve("checkpoint.safetensors");
  }

  static void write(Path directory, TrainingConfig config, Map<String, String> origin, String sha256, RunState state,
      Optimiser optimiser, Schedule.State schedule) {
    long n = optimiser.weights().length;
    var writer = new SafetensorsWriter().put("format", FORMAT).put("format_version", VERSION)
        .put("config", json(config.toMap())).put("origin", json(origin)).put("data_sha256", sha256)
        .put("epoch", Integer.toString(state.epoch)).put("batch", Integer.toString(state.batch))
        .put("loss_sum", Double.toString(state.lossSum)).put("seconds", Double.toString(state.seconds()))
        .put("waited", Integer.toString(state.waited)).put("step", Long.toString(optimiser.steps()))
        .put("bad_steps", Integer.toString(optimiser.badSteps()))
        .put("schedule.factor", Double.toString(schedule.factor()))
        .put("schedule.best", Double.toString(schedule.best()))
        .put("schedule.waited", Integer.toString(schedule.waited()))
        .add("weights", ElementType.F64, optimiser.weights(), 0, n)
        .add("averaged", ElementType.F64, optimiser.averaged(), 0, n)
        .add("adam.mean", ElementType.F64, optimiser.adam().mean(), 0, n)
        .add("adam.square", ElementType.F64, optimiser.adam().square(), 0, n);
    double[] largest = optimiser.adam().largest();
    if (largest.length > 0) {
      writer.add("adam.largest", ElementType.F64, largest, 0, n);
    }
    state.best.ifPresent(best -> writer.put(BEST + "epoch", Integer.toString(best.epoch()))
        .put(BEST + "score", Double.toString(best.score())).putAll(ErrorFields.write(BEST, best.errors()))
        .add(BEST + "weights", ElementType.F64, best.weights(), 0, n));
    writer.write(file(directory));
  }

  /** Puts a saved run's state into the given objects. */
  static void restore(Path directory, TrainingConfig config, String sha256, RunState state, Optimiser optimiser,
      Schedule schedule) {
    Path file = file(directory);
    try (var in = open(directory)) {
      Map<String, String> fields = in.metadata();
      if (!sha256.equals(fields.get("data_sha256"))) {
        throw new InputException(
            file + ": the run was trained on other data; resume it with the same files and keys, in "
                + "the same order");
      }
      checkSame(file, config(file, in), config);
      long n = optimiser.weights().length;
      copy(in.read("weights", n), optimiser.weights());
      copy(in.read("averaged", n), optimiser.averaged());
      copy(in.read("adam.mean", n), optimiser.adam().mean());
      copy(in.read("adam.square", n), optimiser.adam().square());
      if (optimiser.adam().largest().length > 0) {
        copy(in.read("adam.largest", n), optimiser.adam().largest());
      }
      optimiser.restore(Long.parseLong(field(file, fields, "step")),
          Integer.parseInt(field(file, fields, "bad_steps")));
      schedule.restore(new Schedule.State(Double.parseDouble(field(file, fields, "schedule.factor")),
          Double.parseDouble(field(file, fields, "schedule.best")),
          Integer.parseInt(field(file, fields, "schedule.waited"))));
      state.epoch = Integer.parseInt(field(file, fields, "epoch"));
      state.batch = Integer.parseInt(field(file, fields, "batch"));
      state.lossSum = Double.parseDouble(field(file, fields, "loss_sum"));
      state.secondsBefore = Double.parseDouble(field(file, fields, "seconds"));
      state.waited = Integer.parseInt(field(file, fields, "waited"));
      if (fields.containsKey(BEST + "epoch")) {
        state.best = Optional.of(new RunState.Best(Integer.parseInt(fields.get(BEST + "epoch")),
            Double.parseDouble(field(file, fields, BEST + "score")), ErrorFields.read(BEST, fields),
            in.read(BEST + "weights", n)));
      }
    } catch (NumberFormatException e) {
      throw new InputException(file + ": the header has a broken number (" + e.getMessage() + "); it is damaged", e);
    }
  }

  static SavedRun describe(Path directory) {
    Path file = file(directory);
    try (var in = open(directory)) {
      return read(file, in);
    } catch (NumberFormatException e) {
      throw new InputException(file + ": the header has a broken number (" + e.getMessage() + "); it is damaged", e);
    }
  }

  private static Safetensors open(Path directory) {
    Path file = file(directory);
    if (!Files.exists(file)) {
      throw new InputException(directory + ": there is no run to resume here (" + file + " is missing)");
    }
    var in = Safetensors.open(file);
    if (!FORMAT.equals(in.metadata().get("format")) || !VERSION.equals(in.metadata().get("format_version"))) {
      in.close();
      throw new InputException(file + ": is not a checkpoint of this version of Noether; start the run anew");
    }
    return in;
  }

  private static SavedRun read(Path file, Safetensors in) {
    return new SavedRun(TrainingConfig.read(config(file, in), file.toString()), origin(file, in),
        Integer.parseInt(field(file, in.metadata(), "epoch")));
  }

  private static Map<String, Object> config(Path file, Safetensors in) {
    return json(file, in, "config", new TypeReference<Map<String, Object>>() {});
  }

  private static Map<String, String> origin(Path file, Safetensors in) {
    return json(file, in, "origin", new TypeReference<Map<String, String>>() {});
  }

  private static <T> T json(Path file, Safetensors in, String key, TypeReference<T> type) {
    try {
      return new ObjectMapper().readValue(field(file, in.metadata(), key), type);
    } catch (JsonProcessingException e) {
      throw new InputException(file + ": metadata '" + key + "' cannot be read; the file is damaged", e);
    }
  }

  /** The budget may change on resuming, nothing else. */
  private static void checkSame(Path file, Map<String, Object> saved, TrainingConfig config) {
    for (Setting now : config.settings()) {
      Object section = now.section().isEmpty() ? saved : saved.get(now.section());
      Object before = section instanceof Map<?, ?> map ? map.get(now.name()) : null;
      if (!String.valueOf(now.value()).equals(String.valueOf(before)) && !now.section().equals("budget")) {
        throw new InputException(file + ": the run was started with '" + now.key() + "' = " + before + ", not "
            + now.value() + "; only the budget may change when a run is resumed");
      }
    }
  }

  private static void copy(double[] from, double[] to) {
    System.arraycopy(from, 0, to, 0, to.length);
  }

  private static String field(Path file, Map<String, String> fields, String key) {
    String value = fields.get(key);
    if (value == null) {
      throw new InputException(file + ": metadata '" + key + "' is missing; the file is damaged");
    }
    return value;
  }

  private static String json(Map<String, ?> map) {
    try {
      return new ObjectMapper().writeValueAsString(map);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a map of texts and numbers is always JSON", e);
    }
  }
}
