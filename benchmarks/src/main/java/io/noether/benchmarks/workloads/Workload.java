package io.noether.benchmarks.workloads;

import io.noether.autodiff.Workers;
import io.noether.core.Structure;
import io.noether.core.neighbours.NeighbourList;
import io.noether.nn.Architecture;
import io.noether.nn.training.TrainingConfig;
import io.noether.nn.training.TrainingStep;
import java.util.List;

/** What is measured of a {@link Network} with a cutoff of 5 Å, in single precision. */
public enum Workload {
  /** Energy and forces of the first molecule: 27 atoms, 446 edges. */
  MOLECULE("molecule"),
  /** Energy and forces of 1000 silicon atoms, periodic, 28,000 edges. */
  SILICON("silicon"),
  /** A training step on the first 8 molecules: 216 atoms, 3536 edges. */
  TRAIN_8("train-8"),
  /** A training step on 32 molecules: 864 atoms, 14,118 edges. */
  TRAIN_32("train-32"),
  /** A training step on 8 ethanol molecules: 72 atoms, 576 edges. */
  ETHANOL_8("ethanol-8");

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

  /** The structures of one call or step. */
  public List<Structure> structures(BenchStructures data) {
    return switch (this) {
      case MOLECULE -> data.molecules().subList(0, 1);
      case SILICON -> List.of(Silicon.cube(SILICON_CELLS));
      case TRAIN_8 -> data.molecules().subList(0, 8);
      case TRAIN_32 -> data.molecules().subList(0, 32);
      case ETHANOL_8 -> data.ethanol().subList(0, 8);
    };
  }

  /** How much one call or step computes. */
  public Size size(BenchStructures data) {
    int atoms = 0;
    int edges = 0;
    for (Structure structure : structures(data)) {
      atoms += structure.size();
      edges += NeighbourList.build(structure, CUTOFF).count();
    }
    return new Size(atoms, edges);
  }

  /**
   * How much a workload computes.
   *
   * @param atoms of all its structures
   * @param edges ordered pairs of atoms within the cutoff
   */
  public record Size(int atoms, int edges) {}

  /** A call to be timed; neighbours are known, as they are in the peer's measurement. */
  public Runnable prepare(Network network, int features, BenchStructures data, Workers workers) {
    var architecture = network.of(features, CUTOFF);
    var structures = structures(data);
    return switch (this) {
      case MOLECULE, SILICON -> new ForceCall(architecture, structures.getFirst(), workers);
      case TRAIN_8, TRAIN_32, ETHANOL_8 -> training(architecture, structures, workers)::run;
    };
  }

  /** The call of {@link #SILICON}. */
  public static ForceCall silicon(Network network, int features, Workers workers) {
    return new ForceCall(network.of(features, CUTOFF), Silicon.cube(SILICON_CELLS), workers);
  }

  /** A training step on all of {@code data}. */
  public static TrainingStep training(Architecture network, List<Structure> data, Workers workers) {
    var config = TrainingConfig.DEFAULT.withModel(network)
        .withOptimiser(TrainingConfig.DEFAULT.optimiser().withLearningRate(1e-4));
    return new TrainingStep(config, data, workers);
  }
}
