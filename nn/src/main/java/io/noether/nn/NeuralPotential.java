package io.noether.nn;

import io.noether.autodiff.ParameterSet;
import io.noether.autodiff.Precision;
import io.noether.autodiff.Program;
import io.noether.autodiff.Workers;
import io.noether.autodiff.plan.PlannedProgram;
import io.noether.core.Element;
import io.noether.core.Structure;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * A trained network as a potential. Memory for a call is kept and used again; concurrent calls each have their own.
 *
 * <p>Energies are summed in double precision whatever the precision of the network.
 */
public final class NeuralPotential implements Potential {
  /** Structures are put into one run until it has this many edges: enough to keep all threads busy. */
  private static final int EDGES_PER_RUN = 16_384;

  private final EnergyModel model;
  private final ParameterSet parameters;
  private final double[] values;
  private final Workers workers;
  private final Precision precision;
  private final Program program;
  private final Queue<PotentialRun> idle = new ConcurrentLinkedQueue<>();

  /**
   * Plans the network's program.
   *
   * @param parameters values for {@code model.parameters()}; copied
   * @param workers threads that help with each call
   * @throws IllegalArgumentException if the parameters are of another model
   */
  public NeuralPotential(EnergyModel model, ParameterSet parameters, Precision precision, Workers workers) {
    if (!parameters.tensors().equals(model.parameters())) {
      throw new IllegalArgumentException("the parameters belong to another model; use model.newParameters");
    }
    this.model = model;
    this.parameters = parameters;
    this.values = parameters.values().clone();
    this.workers = workers;
    this.precision = precision;
    program = PlannedProgram.of(List.of(model.atomicEnergies(), model.forces(), model.strainDerivatives()), precision);
  }

  @Override
  public List<Prediction> predict(List<Structure> structures) {
    PotentialRun run = Objects.requireNonNullElseGet(idle.poll(), this::newRun);
    var predictions = new ArrayList<Prediction>(structures.size());
    int next = 0;
    while (next < structures.size()) {
      run.clear();
      int first = next;
      do {
        run.add(structures.get(next++));
      } while (next < structures.size() && run.edges() < EDGES_PER_RUN);
      predictions.addAll(run.predict(structures.subList(first, next)));
    }
    idle.add(run); // not after an exception: then its memory is dropped
    return predictions;
  }

  /** How many calls' memory is kept. */
  int idleRuns() {
    return idle.size();
  }

  private PotentialRun newRun() {
    var execution = program.newExecution(workers);
    execution.resize(AtomicGraph.ELEMENTS, elements().size());
    parameters.bindTo(execution, values);
    return new PotentialRun(model, execution);
  }

  @Override
  public double cutoff() {
    return model.spec().architecture().cutoff();
  }

  @Override
  public List<Element> elements() {
    return model.spec().elements();
  }

  /** The network and its scale. */
  public EnergyModel model() {
    return model;
  }

  /** The precision of the network's arithmetic. */
  public Precision precision() {
    return precision;
  }
}
