package io.noether.app.bench;

import io.noether.autodiff.Workers;
import io.noether.core.Structure;
import io.noether.nn.Architecture;
import io.noether.nn.training.TrainingConfig;
import io.noether.nn.training.TrainingStep;
import java.util.List;

/** What is measured of a {@link Network} with a cutoff of 5 Å, in single precision. */
public enum Workload {
  /** Energy and forces of the data's first structure. */
  MOLECULE("molecule"),
  /** Energy and forces of 1000 silicon atoms, periodic, 28,000 edges. */
  SILICON("silicon"),
  /** A training step on 8 structures. */
  TRAIN_8("train-8"),
  /** A training step on 32 structures. */
  TRAIN_32("train-32");

  /** How many labelled structures {@link #prepare} needs. */
  public static final int STRUCTURES = 32;

  /** Cutoff of the network, Å. */
  public static final double CUTOFF = 5;

  private static final int SILICON_CELLS = 5;

  private final String label;

  Workload(String label) {
    this.label = label;
  }

  /** Its name in tables and in the peer script. */
  public String label() {
    return label;
  }

  @Override
  public String toString() {
    return label;
  }

  /** A call to be timed; neighbours are known, as they are in the peer's measurement. */
  public Runnable prepare(Network network, int features, List<Structure> data, Workers workers) {
    return switch (this) {
      case MOLECULE -> new ForceCall(network.of(features, CUTOFF), data.getFirst(), workers);
      case SILICON -> silicon(network, features, workers);
      case TRAIN_8 -> training(network.of(features, CUTOFF), data.subList(0, 8), workers)::run;
      case TRAIN_32 -> training(network.of(features, CUTOFF), data.subList(0, 32), workers)::run;
    };
  }

  /** The call of {@link #SILICON}. */
  static ForceCall silicon(Network network, int features, Workers workers) {
    return new ForceCall(network.of(features, CUTOFF), Silicon.cube(SILICON_CELLS), workers);
  }

  /** A training step on all of {@code data}. */
  static TrainingStep training(Architecture network, List<Structure> data, Workers workers) {
    var config = TrainingConfig.DEFAULT.withModel(network)
        .withOptimiser(TrainingConfig.DEFAULT.optimiser().withLearningRate(1e-4));
    return new TrainingStep(config, data, workers);
  }
}
