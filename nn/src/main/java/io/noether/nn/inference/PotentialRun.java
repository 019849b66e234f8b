package io.noether.nn.inference;

import io.noether.autodiff.Workers;
import io.noether.autodiff.inspect.PassTime;
import io.noether.core.Element;
import io.noether.core.Prediction;
import io.noether.core.Structure;
import io.noether.nn.EnergyModel;
import io.noether.nn.ModelSpec;
import io.noether.nn.batches.Batch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;

/** The memory of one call of a potential. */
final class PotentialRun {
  /** Structures are put into one run until it has this many edges: enough to keep all threads busy. */
  static final int EDGES_PER_RUN = 16_384;

  private final Tuning tuning;
  private final double[] references; // eV, by atomic number
  private final Memoized<InferenceRun> exact;
  private final Memoized<Optional<InferenceRun>> tabulated;
  private final Batch batch;
  private final NeighbourSource neighbours;
  private final LargeRun large;
  private boolean tabulate;

  /**
   * Empty memory.
   *
   * @param neighbours of structures that are not large
   * @param tabulated nothing if there are no tables
   */
  PotentialRun(EnergyModel model, Tuning tuning, Workers workers, NeighbourSource neighbours,
      Memoized<InferenceRun> exact, Memoized<Optional<InferenceRun>> tabulated) {
    this.tuning = tuning;
    this.neighbours = neighbours;
    this.exact = exact;
    this.tabulated = tabulated;
    references = references(model.spec());
    batch = new Batch(model.spec().elements());
    large = new LargeRun(model, tuning.regionBytes(), batch, workers);
  }

  private static double[] references(ModelSpec spec) {
    double[] energies = spec.referenceEnergies();
    double[] byNumber = new double[Element.values().length + 1];
    for (int row = 0; row < energies.length; row++) {
      byNumber[spec.elements().get(row).atomicNumber()] = energies[row];
    }
    return byNumber;
  }

  List<Prediction> predict(List<Structure> structures) {
    tabulate = false;
    var predictions = new ArrayList<Prediction>(structures.size());
    int next = 0;
    while (next < structures.size()) {
      if (isLarge(structures.get(next))) {
        predictions.add(large(find(structures.get(next++))));
      } else {
        int first = next;
        batch.clear();
        do {
          neighbours.addTo(batch, structures.get(next++));
        } while (next < structures.size() && !isLarge(structures.get(next)) && batch.edges() < EDGES_PER_RUN);
        small(structures.subList(first, next), predictions);
      }
    }
    return predictions;
  }

  private boolean isLarge(Structure structure) {
    return structure.size() >= tuning.largeAtoms();
  }

  private void small(List<Structure> structures, List<Prediction> predictions) {
    tabulate |= batch.edges() >= tuning.tableEdges();
    Results results = compute(run -> run.run(batch));
    for (int s = 0; s < structures.size(); s++) {
      int first = batch.firstAtom(s);
      predictions.add(prediction(structures.get(s), results, atom -> first + atom, s));
    }
  }

  /** Sorts the atoms of a large structure and finds its neighbours. */
  SpatiallySorted find(Structure structure) {
    batch.checkElements(structure); // before the atoms are in another order, so that messages count them as given
    SpatiallySorted ordered = large.find(structure);
    tabulate |= large.edges() >= tuning.tableEdges();
    return ordered;
  }

  /** Computes the structure whose neighbours were found last. */
  Prediction large(SpatiallySorted ordered) {
    Results results = compute(run -> large.run(ordered, run));
    return prediction(ordered.given(), results, ordered::row, 0);
  }

  /** What each pass of the program in use has cost so far. */
  List<PassTime> passTimes() {
    Optional<InferenceRun> fromTables = tabulate ? tabulated.get() : Optional.empty();
    return fromTables.orElseGet(exact).passTimes();
  }

  private Results compute(Function<InferenceRun, Optional<Results>> what) {
    Optional<Results> fromTables = tabulate ? tabulated.get().flatMap(what) : Optional.empty();
    return fromTables.orElseGet(() -> what.apply(exact.get()).orElseThrow());
  }

  /** @param row of each atom in the results */
  private Prediction prediction(Structure structure, Results results, IntUnaryOperator row, int s) {
    double energy = 0;
    double[] shares = new double[structure.size()];
    double[] forces = new double[3 * structure.size()];
    for (int atom = 0; atom < shares.length; atom++) {
      int from = row.applyAsInt(atom);
      shares[atom] = results.atomicEnergies[from] + references[structure.atomicNumber(atom)];
      energy += shares[atom];
      System.arraycopy(results.forces, 3 * from, forces, 3 * atom, 3);
    }
    Optional<double[]> stress = Optional.empty();
    if (structure.periodicity().all()) {
      double[] tensor = Arrays.copyOfRange(results.strainDerivatives, 9 * s, 9 * s + 9);
      for (int k = 0; k < 9; k++) {
        tensor[k] /= structure.cell().volume();
      }
      stress = Optional.of(tensor);
    }
    return new Prediction(energy, forces, Optional.of(shares), stress);
  }
}
