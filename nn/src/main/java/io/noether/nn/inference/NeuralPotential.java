package io.noether.nn.inference;

import io.noether.autodiff.Execution;
import io.noether.autodiff.ParameterSet;
import io.noether.autodiff.Precision;
import io.noether.autodiff.Workers;
import io.noether.core.Element;
import io.noether.core.HessianPotential;
import io.noether.core.LocalPotential;
import io.noether.core.Potential;
import io.noether.core.Prediction;
import io.noether.core.Structure;
import io.noether.nn.AtomicGraph;
import io.noether.nn.EnergyModel;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;

/**
 * A trained network as a potential. Memory for a call is kept and used again; concurrent calls each have their own.
 *
 * <p>Energies are summed in double precision whatever the precision of the network. In single precision, calls that are
 * large look radial networks up in tables, whose error is below the rounding of that precision, and forces are the
 * derivatives of the energy from tables; a call with two atoms closer than 0.5 Å does without. Structures of any size
 * fit into memory, as they are cut into regions. {@link Tuning} says from where on.
 */
public final class NeuralPotential implements HessianPotential, LocalPotential {
  private final EnergyModel model;
  private final Workers workers;
  private final Precision precision;
  private final Tuning tuning;
  private final Memoized<InferenceProgram> exact;
  private final Memoized<Optional<InferenceProgram>> tabulated;
  private final Memoized<HessianProgram> second;
  private final Queue<PotentialRun> idle = new ConcurrentLinkedQueue<>();

  /**
   * A potential tuned for programs that call a few times, or with large structures.
   *
   * @param parameters values for {@code model.parameters()}; copied
   * @param workers threads that help with each call
   * @throws IllegalArgumentException if the parameters are of another model
   */
  public NeuralPotential(EnergyModel model, ParameterSet parameters, Precision precision, Workers workers) {
    this(model, parameters, precision, workers, Tuning.DEFAULT);
  }

  /**
   * A potential with a tuning of its own.
   *
   * @param parameters values for {@code model.parameters()}; copied
   * @param workers threads that help with each call
   * @throws IllegalArgumentException if the parameters are of another model
   */
  public NeuralPotential(EnergyModel model, ParameterSet parameters, Precision precision, Workers workers,
      Tuning tuning) {
    if (!parameters.tensors().equals(model.parameters())) {
      throw new IllegalArgumentException("the parameters belong to another model; use model.newParameters");
    }
    this.model = model;
    this.workers = workers;
    this.precision = precision;
    this.tuning = tuning;
    double[] values = parameters.values().clone();
    Consumer<Execution> binding = execution -> {
      execution.resize(AtomicGraph.ELEMENTS, elements().size());
      parameters.bindTo(execution, values);
    };
    exact = new Memoized<>(() -> InferenceProgram.exact(model, binding, precision));
    tabulated = new Memoized<>(() -> switch (precision) {
      case FLOAT32 -> InferenceProgram.tabulated(model, binding, precision);
      case FLOAT64 -> Optional.empty();
    });
    second = new Memoized<>(() -> HessianProgram.of(model, binding));
  }

  @Override
  public List<Prediction> predict(List<Structure> structures) {
    PotentialRun run = Objects.requireNonNullElseGet(idle.poll(), () -> newRun(NeighbourSource.fresh(cutoff())));
    List<Prediction> predictions = run.predict(structures);
    idle.add(run); // not after an exception: then its memory is dropped
    return predictions;
  }

  /** In double precision, whatever the precision of this potential, and without tables. */
  @Override
  public double[] hessian(Structure structure) {
    return second.get().newRun(workers).hessian(structure);
  }

  /** Finds the neighbours of a structure, so that it can be computed again and again without. */
  public PreparedCall prepared(Structure structure) {
    PotentialRun run = newRun(NeighbourSource.fresh(cutoff()));
    return new PreparedCall(run, run.find(structure));
  }

  /**
   * This potential with a Verlet list, for a structure that moves a little from call to call: pairs of atoms are found up
   * to a skin beyond the cutoff and serve until a further pair may have come within the cutoff. The cell may change too.
   * Results have the same bits as without the list. Large structures ({@link Tuning#largeAtoms}) are computed as always: their
   * neighbours take a small part of a call. Callers in several threads wait for each other.
   *
   * @param skin Å, not negative; with 0 neighbours are searched for at every call
   * @throws IllegalArgumentException if the skin is negative or not finite
   */
  public Potential withVerletList(double skin) {
    return new VerletListPotential(cutoff(), elements(), newRun(new VerletList(cutoff(), skin)));
  }

  /** The number of calls whose memory is kept for later ones. */
  int idleRuns() {
    return idle.size();
  }

  private PotentialRun newRun(NeighbourSource neighbours) {
    return new PotentialRun(model, tuning, workers, neighbours, new Memoized<>(() -> exact.get().newRun(workers)),
        new Memoized<>(() -> tabulated.get().map(program -> program.newRun(workers))));
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
