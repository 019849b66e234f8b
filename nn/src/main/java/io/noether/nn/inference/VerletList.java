package io.noether.nn.inference;

import io.noether.core.Cell;
import io.noether.core.Structure;
import io.noether.core.neighbours.NeighbourSearch;
import io.noether.nn.batches.Batch;
import java.util.Optional;

/**
 * Neighbours of one moving structure (Verlet, "Computer experiments on classical fluids. I", Phys. Rev. 159, 98 (1967)).
 * Pairs are found up to a skin beyond the cutoff and kept until a pair that was not
 * found may have come within the cutoff; of those kept, each call takes the ones that are within the cutoff now. So
 * edges, their order and their vectors are, bit for bit, those that a new search would find.
 *
 * <p>How long pairs may be kept: let the cell have been deformed by M since they were found, and let atom i be u_i away
 * from where M takes it. A pair that was not found was at least cutoff + skin long, so it is now at least
 * σ (cutoff + skin) - |u_i| - |u_j| long, where σ, the smallest stretch of M, is at least 1 - |M - 1| (Frobenius norm).
 * The two largest |u| decide. In a cell that stays, σ is 1 and the sum of the two may reach the skin.
 */
final class VerletList implements NeighbourSource {
  /** Allowance for rounding, Å: enough for coordinates up to 1e8 Å. */
  private static final double ROUNDING = 1e-6;

  /** What the search for coincident atoms calls one place, Å. */
  private static final double COINCIDENT = 1e-6;

  private final double cutoff;
  private final double skin;
  private final NeighbourSearch search = new NeighbourSearch();
  private Optional<Structure> searched = Optional.empty();
  private Cell shiftsOf = Cell.isolated();
  private double[] shiftVectors = {};
  private int searches;

  /**
   * A list without pairs.
   *
   * @param cutoff Å, positive
   * @param skin Å, not negative
   */
  VerletList(double cutoff, double skin) {
    if (!(skin >= 0 && skin < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("a skin of " + skin + " Å");
    }
    this.cutoff = cutoff;
    this.skin = skin;
  }

  @Override
  public void addTo(Batch batch, Structure structure) {
    if (searched.isEmpty() || !covers(searched.get(), structure)) {
      find(structure);
    } else if (!structure.cell().equals(shiftsOf)) {
      shift(structure.cell());
    }
    double shortest = batch.addWithin(cutoff, structure, search, shiftVectors);
    if (shortest < COINCIDENT) {
      searched = Optional.empty();
      search.find(structure, cutoff); // says which atoms are in one place
    }
  }

  /** How often the list was made anew. */
  int searches() {
    return searches;
  }

  private void find(Structure structure) {
    searched = Optional.empty(); // in case this fails
    search.find(structure, cutoff + skin);
    searches++;
    if (shiftVectors.length < 3 * search.count()) {
      shiftVectors = new double[3 * search.count() + search.count() / 2];
    }
    search.copyShiftVectors(0, search.atoms(), shiftVectors, 0);
    shiftsOf = structure.cell();
    searched = Optional.of(structure);
  }

  /** Computes the shift vectors for another cell, with the arithmetic of a search, so that the bits agree. */
  private void shift(Cell cell) {
    int[] shifts = search.shifts();
    for (int e = 0; e < search.count(); e++) {
      int a = shifts[3 * e];
      int b = shifts[3 * e + 1];
      int c = shifts[3 * e + 2];
      for (int axis = 0; axis < 3; axis++) {
        shiftVectors[3 * e + axis] = a * cell.basis(0, axis) + b * cell.basis(1, axis) + c * cell.basis(2, axis);
      }
    }
    shiftsOf = cell;
  }

  private boolean covers(Structure before, Structure now) {
    if (before.size() != now.size() || !before.periodicity().equals(now.periodicity())) {
      return false;
    }
    boolean sameCell = before.cell().equals(now.cell());
    double leastStretch = sameCell ? 1 : 1 - deformation(before.cell(), now.cell());
    double room = leastStretch * (cutoff + skin) - cutoff - ROUNDING;
    double largest = 0;
    double second = 0;
    for (int atom = 0; atom < now.size(); atom++) {
      double moved = sameCell ? moved(before, now, atom) : movedInCell(before, now, atom);
      second = Math.max(second, Math.min(largest, moved));
      largest = Math.max(largest, moved);
    }
    return Math.sqrt(largest) + Math.sqrt(second) <= room;
  }

  /** |u|², Å². */
  private static double moved(Structure before, Structure now, int atom) {
    double x = now.x(atom) - before.x(atom);
    double y = now.y(atom) - before.y(atom);
    double z = now.z(atom) - before.z(atom);
    return x * x + y * y + z * z;
  }

  /** |u|², Å², where the cell has changed. */
  private static double movedInCell(Structure before, Structure now, int atom) {
    double sum = 0;
    for (int axis = 0; axis < 3; axis++) {
      double u = now.position(atom, axis);
      for (int k = 0; k < 3; k++) {
        u -= before.cell().fraction(k, before.x(atom), before.y(atom), before.z(atom)) * now.cell().basis(k, axis);
      }
      sum += u * u;
    }
    return sum;
  }

  /** |M - 1| of the M that takes one cell to the other. */
  private static double deformation(Cell before, Cell now) {
    double sum = 0;
    for (int from = 0; from < 3; from++) {
      for (int to = 0; to < 3; to++) {
        double m = from == to ? -1 : 0;
        for (int k = 0; k < 3; k++) {
          m += before.reciprocal(k, from) * now.basis(k, to);
        }
        sum += m * m;
      }
    }
    return Math.sqrt(sum);
  }
}
