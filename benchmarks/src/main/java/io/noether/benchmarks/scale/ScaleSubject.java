package io.noether.benchmarks.scale;

import io.noether.autodiff.Precision;
import io.noether.autodiff.Workers;
import io.noether.benchmarks.workloads.ForceCall;
import io.noether.benchmarks.workloads.Silicon;
import io.noether.benchmarks.workloads.Workload;
import io.noether.core.Structure;
import io.noether.nn.Architecture;
import io.noether.nn.inference.NeuralPotential;
import io.noether.nn.training.TrainingStep;
import java.util.List;

/** A network and what is done with it, on one crystal after the other. */
interface ScaleSubject {
  /** Takes a crystal, labelled, and returns the work on it. */
  Runnable on(Structure crystal);

  /** A network of its own for a kind of work. */
  static ScaleSubject of(ScaleKind kind, Architecture network, Workers workers) {
    return switch (kind) {
      case PREDICT -> {
        var model = ForceCall.model(network, Silicon.cube(1));
        var potential = new NeuralPotential(model, model.newParameters(1), Precision.FLOAT32, workers);
        yield crystal -> () -> potential.predict(crystal);
      }
      case TRAIN -> {
        TrainingStep step = Workload.training(network, List.of(Silicon.labelledCube(1)), workers);
        yield crystal -> step.on(List.of(crystal))::run;
      }
    };
  }
}
