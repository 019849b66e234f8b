package io.noether.nn.training;

import java.util.List;

/**
 * How the learning rate changes. Every kind starts with a linear warm-up.
 *
 * @param kind the shape after the warm-up
 * @param warmupSteps steps of the warm-up, at least 0
 * @param finalFraction cosine: the last learning rate over the peak, in 0..1
 * @param factor plateau: what the rate is multiplied with, in 0..1
 * @param patience plateau: epochs without a better validation score before that happens, at least 1
 */
public record ScheduleConfig(Kind kind, int warmupSteps, double finalFraction, double factor, int patience) {
  /** The shape after the warm-up. */
  public enum Kind {
    /** Half a cosine over the whole budget: over epochs if they are limited, else over the time limit. */
    COSINE,
    /** Falls when validation stops improving. */
    PLATEAU,
    /** Stays. */
    CONSTANT
  }

  static final ScheduleConfig DEFAULT = new ScheduleConfig(Kind.COSINE, 300, 0, 0.8, 25);

  static ScheduleConfig read(SettingsReader r) {
    var read = new ScheduleConfig(r.choice("kind", DEFAULT.kind, Kind.values()),
        r.integer("warmup_steps", DEFAULT.warmupSteps, 0), r.number("final_fraction", DEFAULT.finalFraction, 0, 1),
        r.number("factor", DEFAULT.factor, 0, 1), r.integer("patience", DEFAULT.patience, 1));
    r.finish();
    return read;
  }

  List<Setting> settings() {
    String section = "schedule";
    return List.of(new Setting(section, "kind", Durations.lower(kind), "cosine, plateau or constant"),
        new Setting(section, "warmup_steps", warmupSteps, "steps of linear warm-up"),
        new Setting(section, "final_fraction", finalFraction, "cosine: last learning rate over the peak"),
        new Setting(section, "factor", factor, "plateau: what the rate is multiplied with"),
        new Setting(section, "patience", patience, "plateau: epochs without improvement before that"));
  }
}
