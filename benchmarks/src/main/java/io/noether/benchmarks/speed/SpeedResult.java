package io.noether.benchmarks.speed;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.noether.core.Structure;
import io.noether.nn.inference.TrainedModel;
import java.util.Locale;

/**
 * How fast a model moves atoms.
 *
 * @param file of the model
 * @param name of the structure
 * @param structure what was moved
 * @param milliseconds of a step, on average
 */
public record SpeedResult(String file, TrainedModel model, String name, Structure structure, int threads,
    double milliseconds) {
  /** Time between two steps, fs. */
  static final double TIMESTEP = 1;

  private static final double SECONDS_PER_DAY = 86_400;
  private static final double NS_PER_FS = 1e-6;

  /** How many atoms are moved by one step in a second. */
  double atomsPerSecond() {
    return structure.size() / (1e-3 * milliseconds);
  }

  /** Nanoseconds of this structure's dynamics in a day, at 1 fs a step. */
  double nanosecondsPerDay() {
    return SECONDS_PER_DAY / (1e-3 * milliseconds) * TIMESTEP * NS_PER_FS;
  }

  /** For people. */
  public String text() {
    var spec = model.model().spec();
    return """
        %s: %s, %s, cutoff %s Å
        %s: %,d atoms%s; %d thread%s

        a step of dynamics  %,.2f ms
        atoms per second    %,.0f
        at 1 fs a step      %.3g ns/day

        Steps of Langevin dynamics at 300 K, as noether md makes them; files are not written.
        From some hundred atoms on, atoms per second hardly depend on their number, but on that of their neighbours."""
        .formatted(file, spec.architecture().name(), precision(), spec.architecture().cutoff(), name,
            structure.size(), structure.periodicity().any() ? ", periodic " + structure.periodicity() : "", threads,
            threads == 1 ? "" : "s", milliseconds, atomsPerSecond(), nanosecondsPerDay());
  }

  /** For programs. */
  public ObjectNode toJson() {
    return JsonNodeFactory.instance.objectNode().put("model", file).put("precision", precision())
        .put("structure", name).put("atoms", structure.size()).put("threads", threads)
        .put("ms_per_step", milliseconds).put("atoms_per_second", atomsPerSecond())
        .put("ns_per_day_at_1_fs", nanosecondsPerDay());
  }

  private String precision() {
    return model.precision().name().toLowerCase(Locale.ROOT);
  }
}
