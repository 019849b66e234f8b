package io.noether.app.bench;

import io.noether.autodiff.Precision;
import io.noether.autodiff.Workers;
import io.noether.autodiff.plan.PlannedProgram;
import io.noether.core.Cell;
import io.noether.core.Element;
import io.noether.core.Structure;
import io.noether.core.neighbours.NeighbourList;
import io.noether.nn.Batch;
import io.noether.nn.EnergyModel;
import io.noether.nn.ModelSpec;
import io.noether.nn.layers.CutoffFunction;
import io.noether.nn.layers.RadialBasis;
import io.noether.nn.models.PaiNN;
import io.noether.nn.training.TrainingConfig;
import io.noether.nn.training.TrainingStep;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** What is measured: PaiNN with 3 interactions, 20 Gaussians and 5 Å in single precision, as the peer script has it. */
enum Workload {
  /** Energy and forces of the data's first structure. */
  MOLECULE("molecule"),
  /** Energy and forces of 1000 silicon atoms, periodic, 28,000 edges. */
  SILICON("silicon"),
  /** A training step on 8 structures. */
  TRAIN_8("train-8"),
  /** A training step on 32 structures. */
  TRAIN_32("train-32");

  private static final double LATTICE_CONSTANT = 5.43; // Å
  private static final double[][] DIAMOND = {{0, 0, 0}, {0, .5, .5}, {.5, 0, .5}, {.5, .5, 0}, {.25, .25, .25},
      {.25, .75, .75}, {.75, .25, .75}, {.75, .75, .25}};

  private final String label;

  Workload(String label) {
    this.label = label;
  }

  String label() {
    return label;
  }

  /** A call to be timed; neighbours are known, as they are in the peer's measurement. */
  Runnable prepare(int features, List<Structure> data, Workers workers) {
    return switch (this) {
      case MOLECULE -> call(features, data.getFirst(), workers);
      case SILICON -> call(features, silicon(5), workers);
      case TRAIN_8 -> new TrainingStep(config(features), data.subList(0, 8), workers)::run;
      case TRAIN_32 -> new TrainingStep(config(features), data.subList(0, 32), workers)::run;
    };
  }

  private static Runnable call(int features, Structure structure, Workers workers) {
    List<Element> elements = IntStream.range(0, structure.size()).mapToObj(structure::element).distinct().toList();
    var model = new EnergyModel(new ModelSpec(painn(features), elements, new double[elements.size()], 1, 0));
    var execution = PlannedProgram.of(List.of(model.atomicEnergies(), model.forces()), Precision.FLOAT32)
        .newExecution(workers);
    var batch = new Batch(elements);
    batch.add(structure, NeighbourList.build(structure, painn(features).cutoff()));
    batch.bindTo(execution, model.batch());
    model.newParameters(1).bindTo(execution);
    double[] forces = new double[3 * structure.size()];
    return () -> {
      batch.bindTo(execution, model.batch());
      execution.run();
      execution.read(model.forces(), forces);
    };
  }

  private static PaiNN painn(int features) {
    return new PaiNN(features, 3, 20, 5, RadialBasis.GAUSSIAN, new CutoffFunction.Cosine());
  }

  private static TrainingConfig config(int features) {
    return TrainingConfig.defaults().with("model.features", features).with("optimiser.learning_rate", 1e-4);
  }

  /** cells³ conventional cells of diamond silicon, rattled by 0.05 Å. */
  static Structure silicon(int cells) {
    double[] positions = new double[24 * cells * cells * cells];
    var random = new SplittableRandom(1);
    int k = 0;
    for (int cell = 0; cell < cells * cells * cells; cell++) {
      int[] at = {cell / (cells * cells), cell / cells % cells, cell % cells};
      for (double[] site : DIAMOND) {
        for (int axis = 0; axis < 3; axis++) {
          positions[k++] = (at[axis] + site[axis]) * LATTICE_CONSTANT + 0.05 * random.nextGaussian();
        }
      }
    }
    int[] species = new int[positions.length / 3];
    Arrays.fill(species, 14);
    double length = cells * LATTICE_CONSTANT;
    return Structure.of(species, positions, Cell.box(length, length, length));
  }
}
