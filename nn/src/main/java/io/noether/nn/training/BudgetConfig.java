package io.noether.nn.training;

import java.util.List;

/**
 * When a run ends: at whichever limit comes first. With epochs alone a run gives the same bits every time; a time limit
 * is reached at a step that depends on the machine.
 *
 * @param epochs passes over the training set; 0 for no limit
 * @param timeLimit training time, s, validation included; 0 for no limit
 * @param patience epochs without a better validation score before the run ends; 0 for no limit
 * @param checkpointEvery time between checkpoints, s; 0 for one after each epoch. There is always one at the start and
 *     at the end
 */
public record BudgetConfig(int epochs, double timeLimit, int patience, double checkpointEvery) {
  static final BudgetConfig DEFAULT = new BudgetConfig(0, 600, 0, 30);

  static BudgetConfig read(SettingsReader r) {
    int epochs = r.integer("epochs", DEFAULT.epochs, 0);
    var read = new BudgetConfig(epochs, r.seconds("time_limit", epochs > 0 ? 0 : DEFAULT.timeLimit),
        r.integer("patience", DEFAULT.patience, 0), r.seconds("checkpoint_every", DEFAULT.checkpointEvery));
    r.finish();
    if (read.epochs == 0 && read.timeLimit == 0 && read.patience == 0) {
      throw r.wrong("time_limit", "none", "given, or epochs or patience: otherwise training never ends");
    }
    return read;
  }

  List<Setting> settings() {
    String section = "budget";
    return List.of(new Setting(section, "epochs", epochs, "passes over the training set; 0: no limit"),
        new Setting(section, "time_limit", Durations.text(timeLimit),
            "training time, e.g. 90s, 10m, 1.5h; none: no limit (the default when epochs are given)"),
        new Setting(section, "patience", patience, "stop after so many epochs without improvement; 0: never"),
        new Setting(section, "checkpoint_every", Durations.text(checkpointEvery),
            "time between checkpoints, e.g. 30s; none: one after each epoch"));
  }
}
