package io.noether.nn.training.settings;

import io.noether.autodiff.optim.Budget;
import io.noether.autodiff.optim.OptimiserConfig;
import io.noether.autodiff.optim.RateSchedule;
import io.noether.core.io.LabelKeys;
import io.noether.nn.training.DataConfig;
import io.noether.nn.training.LossWeights;
import io.noether.nn.training.TrainingConfig;
import java.util.List;
import java.util.Optional;

/** The sections of a configuration, but for the model's: their settings, and how these are read. */
enum Section {
  DATA {
    @Override
    List<Setting> list(TrainingConfig config) {
      var keys = config.data().labelKeys();
      return List.of(setting("energy_key", keys.energy().orElse(AUTO), "key of the energy, eV; auto: looked up"),
          setting("forces_key", keys.forces().orElse(AUTO), "key of the forces, eV/Å; auto: looked up"),
          setting("stress_key", keys.stress().orElse(AUTO), "key of the stress, eV/Å³; auto: looked up"),
          setting("validation_fraction", config.data().validationFraction(),
              "share of structures held out for validation"));
    }

    @Override
    TrainingConfig given(TrainingConfig config, SettingsReader r) {
      var before = config.data().labelKeys();
      var keys = new LabelKeys(key(r, "energy_key", before.energy()), key(r, "forces_key", before.forces()),
          key(r, "stress_key", before.stress()));
      return config.withData(
          new DataConfig(keys, r.number("validation_fraction", config.data().validationFraction(), 0, 0.9)));
    }
  },

  LOSS {
    @Override
    List<Setting> list(TrainingConfig config) {
      var loss = config.loss();
      return List.of(setting("energy", loss.energy(), "weight of the squared energy error per atom (eV/atom)"),
          setting("forces", loss.forces(), "weight of the squared force error (eV/Å)"),
          setting("stress", loss.stressRequired() ? (Object) loss.stress() : AUTO,
              "weight of the squared stress error (eV/Å³); auto: " + LossWeights.DEFAULT.stress()
                  + " where labelled"));
    }

    @Override
    TrainingConfig given(TrainingConfig config, SettingsReader r) {
      var loss = config.loss();
      boolean automatic = r.text("stress", loss.stressRequired() ? "" : AUTO).equals(AUTO);
      var weights = new LossWeights(r.number("energy", loss.energy(), 0, 1e9),
          r.number("forces", loss.forces(), 0, 1e9),
          automatic ? LossWeights.DEFAULT.stress() : r.number("stress", loss.stress(), 0, 1e9), !automatic);
      if (weights.energy() + weights.forces() + weights.stress() == 0) {
        throw r.wrong("energy", 0, "positive, unless forces or stress have a positive weight");
      }
      return config.withLoss(weights);
    }
  },

  OPTIMISER {
    @Override
    List<Setting> list(TrainingConfig config) {
      var o = config.optimiser();
      return List.of(setting("batch_size", config.batchSize(), "structures in a step"),
          setting("learning_rate", o.learningRate(), "peak learning rate"),
          setting("weight_decay", o.weightDecay(), "decoupled (AdamW) weight decay"),
          setting("amsgrad", o.amsgrad(), "keep the largest second moment (AMSGrad)"),
          setting("beta1", o.beta1(), "memory of the gradient"),
          setting("beta2", o.beta2(), "memory of the squared gradient"),
          setting("clip_norm", o.clipNorm(), "longest gradient followed in full; 0: no clipping"),
          setting("ema_decay", o.emaDecay(), "memory of the averaged weights that are kept; 0: no averaging"));
    }

    @Override
    TrainingConfig given(TrainingConfig config, SettingsReader r) {
      var o = config.optimiser();
      return config.withBatchSize(r.integer("batch_size", config.batchSize(), 1)).withOptimiser(new OptimiserConfig(
          r.number("learning_rate", o.learningRate(), 0, 1), r.number("weight_decay", o.weightDecay(), 0, 1),
          r.flag("amsgrad", o.amsgrad()), r.number("beta1", o.beta1(), 0, 0.999999),
          r.number("beta2", o.beta2(), 0, 0.9999999), r.number("clip_norm", o.clipNorm(), 0, 1e12),
          r.number("ema_decay", o.emaDecay(), 0, 0.9999999)));
    }
  },

  SCHEDULE {
    @Override
    List<Setting> list(TrainingConfig config) {
      var s = config.schedule();
      return List.of(setting("kind", SettingsReader.lower(s.kind()), "cosine, plateau or constant"),
          setting("warmup_steps", s.warmupSteps(), "steps of linear warm-up"),
          setting("final_fraction", s.finalFraction(), "cosine: last learning rate over the peak"),
          setting("factor", s.factor(), "plateau: what the rate is multiplied with"),
          setting("patience", s.patience(), "plateau: epochs without improvement before that"));
    }

    @Override
    TrainingConfig given(TrainingConfig config, SettingsReader r) {
      var s = config.schedule();
      return config.withSchedule(new RateSchedule(r.choice("kind", s.kind(), RateSchedule.Kind.values()),
          r.integer("warmup_steps", s.warmupSteps(), 0), r.number("final_fraction", s.finalFraction(), 0, 1),
          r.number("factor", s.factor(), 0, 1), r.integer("patience", s.patience(), 1)));
    }
  },

  BUDGET {
    @Override
    List<Setting> list(TrainingConfig config) {
      return List.of(setting("epochs", config.budget().epochs(), "passes over the training set; 0: no limit"),
          setting("steps", config.budget().steps(), "optimiser steps; 0: no limit"),
          setting("time_limit", Durations.text(config.budget().seconds()),
              "training time, e.g. 90s, 10m, 1.5h; none: no limit (the default when epochs are given)"),
          setting("patience", config.budget().patience(), "stop after so many epochs without improvement; 0: never"),
          setting("checkpoint_every", Durations.text(config.checkpointEvery()),
              "time between checkpoints, e.g. 30s; none: one after each epoch"));
    }

    @Override
    TrainingConfig given(TrainingConfig config, SettingsReader r) {
      int epochs = r.integer("epochs", config.budget().epochs(), 0);
      int steps = r.integer("steps", (int) Math.min(Integer.MAX_VALUE, config.budget().steps()), 0);
      // the default limit is there only for want of another
      boolean first = (epochs > 0 || steps > 0) && config.budget().equals(TrainingConfig.DEFAULT.budget());
      double fallback = first ? 0 : config.budget().seconds();
      double seconds = r.seconds("time_limit", fallback);
      int patience = r.integer("patience", config.budget().patience(), 0);
      double every = r.seconds("checkpoint_every", config.checkpointEvery());
      if (epochs == 0 && steps == 0 && seconds == 0 && patience == 0) {
        throw r.wrong("time_limit", "none", "given, or epochs or patience: otherwise training never ends");
      }
      return config.withBudget(new Budget(epochs, steps, seconds, patience))
          .withCheckpointEvery(every);
    }
  };

  private static final String AUTO = "auto";

  /** Its settings, in order. */
  abstract List<Setting> list(TrainingConfig config);

  /** The configuration with what the section gives; what it leaves out stays. */
  abstract TrainingConfig given(TrainingConfig config, SettingsReader r);

  /** As {@link #given}, and nothing may be left over. */
  final TrainingConfig read(TrainingConfig config, SettingsReader r) {
    var changed = given(config, r);
    r.finish();
    return changed;
  }

  final Setting setting(String name, Object value, String meaning) {
    return new Setting(toString(), name, value, meaning);
  }

  /** Its name in files. */
  @Override
  public String toString() {
    return SettingsReader.lower(this);
  }

  private static Optional<String> key(SettingsReader r, String name, Optional<String> before) {
    return Optional.of(r.text(name, before.orElse(AUTO))).filter(k -> !k.equals(AUTO));
  }
}
