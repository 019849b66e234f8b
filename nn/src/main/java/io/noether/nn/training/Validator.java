package io.noether.nn.training;

import io.noether.autodiff.Execution;
import io.noether.autodiff.ParameterSet;
import io.noether.autodiff.Precision;
import io.noether.autodiff.Tensor;
import io.noether.autodiff.Workers;
import io.noether.autodiff.plan.PlannedProgram;
import io.noether.core.Prediction;
import io.noether.nn.EnergyModel;
import io.noether.nn.batches.Batch;
import io.noether.nn.training.errors.ErrorCollector;
import io.noether.nn.training.errors.Errors;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Measures given weights on a fixed set of structures; its batches are made once. */
final class Validator {
  private static final int ATOMS_AT_ONCE = 1024;

  private record Group(List<LabelledStructure> samples, Batch batch) {}

  private final EnergyModel model;
  private final ReferenceEnergies references;
  private final List<Group> groups = new ArrayList<>();
  private final boolean withStress;
  private final Execution execution;
  private final ParameterSet parameters;
  private Errors measured = new ErrorCollector().errors();
  private final double[] atomic;
  private final double[] forces;
  private final double[] strain;

  /**
   * @param model with the shift left to {@code references}
   * @param parameters the layout of the weights
   */
  Validator(EnergyModel model, ReferenceEnergies references, List<LabelledStructure> samples, Precision precision,
      Workers workers, ParameterSet parameters) {
    this.model = model;
    this.parameters = parameters;
    this.references = references;
    withStress = samples.stream().anyMatch(s -> s.strainDerivative().isPresent());
    group(samples);
    int atoms = groups.stream().mapToInt(g -> g.batch.atoms()).max().orElse(0);
    atomic = new double[atoms];
    forces = new double[3 * atoms];
    strain = new double[9 * groups.stream().mapToInt(g -> g.samples.size()).max().orElse(0)];
    var outputs = new ArrayList<Tensor>(List.of(model.atomicEnergies(), model.forces()));
    if (withStress) {
      outputs.add(model.strainDerivatives());
    }
    execution = PlannedProgram.of(outputs, precision).newExecution(workers);
  }

  private void group(List<LabelledStructure> samples) {
    for (int from = 0; from < samples.size();) {
      var batch = new Batch(model.spec().elements());
      int to = from;
      while (to < samples.size()
          && (to == from || batch.atoms() + samples.get(to).structure().size() <= ATOMS_AT_ONCE)) {
        batch.add(samples.get(to).structure(), samples.get(to).neighbours());
        to++;
      }
      groups.add(new Group(samples.subList(from, to), batch));
      from = to;
    }
  }

  /** What {@link #measure} gave last. */
  Errors measured() {
    return measured;
  }

  /** Measures weights, laid out as the parameters are. */
  Errors measure(double[] weights) {
    var collector = new ErrorCollector();
    for (Group group : groups) {
      group.batch.bindTo(execution, model.batch());
      parameters.bindTo(execution, weights);
      execution.run();
      execution.read(model.atomicEnergies(), atomic);
      execution.read(model.forces(), forces);
      if (withStress) {
        execution.read(model.strainDerivatives(), strain);
      }
      for (int k = 0; k < group.samples.size(); k++) {
        collector.add(group.samples.get(k).structure(), prediction(group, k));
      }
    }
    measured = collector.errors();
    return measured;
  }

  private Prediction prediction(Group group, int k) {
    LabelledStructure sample = group.samples.get(k);
    int first = group.batch.firstAtom(k);
    int end = group.batch.firstAtom(k + 1);
    double energy = 0;
    for (int i = first; i < end; i++) {
      energy += atomic[i];
    }
    Optional<double[]> stress = Optional.empty();
    if (sample.volume() > 0 && withStress) {
      double[] values = Arrays.copyOfRange(strain, 9 * k, 9 * k + 9);
      for (int c = 0; c < values.length; c++) {
        values[c] /= sample.volume();
      }
      stress = Optional.of(values);
    }
    return new Prediction(energy + references.of(sample.structure()), Arrays.copyOfRange(forces, 3 * first, 3 * end),
        Optional.of(Arrays.copyOfRange(atomic, first, end)), stress);
  }
}
