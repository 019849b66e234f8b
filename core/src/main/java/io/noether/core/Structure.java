package io.noether.core;

import io.noether.core.geometry.Orthogonal;
import io.noether.core.geometry.Permutation;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Atoms in space: elements, positions (Å), the cell around them, and what is known about them. Immutable. Labels belong
 * to a geometry, so they follow rotations, translations and reorderings, and are dropped when atoms move otherwise.
 */
public final class Structure {
  private final int[] atomicNumbers;
  private final double[] positions;
  private final Cell cell;
  private final Labels labels;
  private final Map<String, Field> info;
  private final Map<String, Column> columns;
  private final String source;

  private Structure(int[] atomicNumbers, double[] positions, Cell cell, Labels labels, Map<String, Field> info,
      Map<String, Column> columns, String source) {
    this.atomicNumbers = atomicNumbers;
    this.positions = positions;
    this.cell = cell;
    this.labels = labels;
    this.info = info;
    this.columns = columns;
    this.source = source;
  }

  /**
   * A molecule: atoms without a cell.
   *
   * @param atomicNumbers one per atom, 1 to 118
   * @param positions three numbers per atom, Å
   * @throws InputException if there are no atoms, an element is unknown or a position is not finite
   */
  public static Structure of(int[] atomicNumbers, double[] positions) {
    return of(atomicNumbers, positions, Cell.isolated());
  }

  /**
   * Atoms in a cell; they may lie anywhere, also outside it.
   *
   * @param atomicNumbers one per atom, 1 to 118
   * @param positions three numbers per atom, Å
   * @throws InputException if there are no atoms, an element is unknown or a position is not finite
   */
  public static Structure of(int[] atomicNumbers, double[] positions, Cell cell) {
    if (atomicNumbers.length == 0) {
      throw new InputException("a structure without atoms; leave it out");
    }
    for (int number : atomicNumbers) {
      Element.of(number);
    }
    String source = "a structure of " + atomicNumbers.length + (atomicNumbers.length == 1 ? " atom" : " atoms");
    return new Structure(atomicNumbers.clone(), checked(positions, atomicNumbers.length, source), cell, Labels.NONE,
        Map.of(), Map.of(), source);
  }

  private static double[] checked(double[] positions, int atoms, String source) {
    if (positions.length != 3 * atoms) {
      throw new IllegalArgumentException(atoms + " atoms have " + 3 * atoms + " coordinates, not " + positions.length);
    }
    for (int k = 0; k < positions.length; k++) {
      if (!Double.isFinite(positions[k])) {
        throw new InputException(source + ": the position of atom " + (k / 3 + 1) + " is " + positions[k]
            + ", not a finite number; correct it");
      }
    }
    return positions.clone();
  }

  /** Number of atoms, at least 1. */
  public int size() {
    return atomicNumbers.length;
  }

  /** Element of an atom. */
  public Element element(int atom) {
    return Element.of(atomicNumbers[atom]);
  }

  /** Atomic number of an atom. */
  public int atomicNumber(int atom) {
    return atomicNumbers[atom];
  }

  /** Atomic numbers of all atoms; the caller's own copy. */
  public int[] atomicNumbers() {
    return atomicNumbers.clone();
  }

  /** First coordinate of an atom, Å. */
  public double x(int atom) {
    return positions[3 * atom];
  }

  /** Second coordinate of an atom, Å. */
  public double y(int atom) {
    return positions[3 * atom + 1];
  }

  /** Third coordinate of an atom, Å. */
  public double z(int atom) {
    return positions[3 * atom + 2];
  }

  /** Coordinate of an atom along axis 0, 1 or 2, Å. */
  public double position(int atom, int axis) {
    return positions[3 * atom + axis];
  }

  /** Positions, three numbers per atom, Å; the caller's own copy. */
  public double[] positions() {
    return positions.clone();
  }

  /** Writes the positions, three numbers per atom, Å, into an array from an offset on. */
  public void copyPositions(double[] target, int offset) {
    System.arraycopy(positions, 0, target, offset, positions.length);
  }

  /** The cell around the atoms, {@link Cell#isolated()} if there is none. */
  public Cell cell() {
    return cell;
  }

  /** Along which cell vectors the structure repeats. */
  public Periodicity periodicity() {
    return cell.periodicity();
  }

  /** Reference energy, forces and stress, as far as known. */
  public Labels labels() {
    return labels;
  }

  /** Extra values of the structure, in the order of the file. */
  public Map<String, Field> info() {
    return info;
  }

  /** Extra properties of each atom, in the order of the file. */
  public Map<String, Column> columns() {
    return columns;
  }

  /** Where the structure comes from, to begin an error message with: "train.xyz, frame 12 (line 133)". */
  public String source() {
    return source;
  }

  /**
   * The structure with its atoms elsewhere (three numbers per atom, Å) and without labels.
   *
   * @throws InputException if a position is not finite
   */
  public Structure withPositions(double[] newPositions) {
    return new Structure(atomicNumbers, checked(newPositions, size(), source), cell, Labels.NONE, info, columns,
        source);
  }

  /** The structure with its atoms where they are, another cell around them, and without labels. */
  public Structure withCell(Cell newCell) {
    return new Structure(atomicNumbers, positions, newCell, Labels.NONE, info, columns, source);
  }

  /** The structure with other labels. */
  public Structure withLabels(Labels newLabels) {
    newLabels.forces().ifPresent(forces -> {
      if (forces.length != positions.length) {
        throw new IllegalArgumentException(size() + " atoms have " + positions.length + " force components, not "
            + forces.length);
      }
    });
    return new Structure(atomicNumbers, positions, cell, newLabels, info, columns, source);
  }

  /** The structure with other extra values; their order is kept. */
  public Structure withInfo(Map<String, Field> newInfo) {
    var kept = Collections.unmodifiableMap(new LinkedHashMap<>(newInfo));
    return new Structure(atomicNumbers, positions, cell, labels, kept, columns, source);
  }

  /** The structure with other extra properties of each atom; their order is kept. */
  public Structure withColumns(Map<String, Column> newColumns) {
    newColumns.forEach((name, column) -> {
      if (column.rows() != size()) {
        throw new IllegalArgumentException("column " + name + " has " + column.rows() + " rows for " + size()
            + " atoms");
      }
    });
    var kept = Collections.unmodifiableMap(new LinkedHashMap<>(newColumns));
    return new Structure(atomicNumbers, positions, cell, labels, info, kept, source);
  }

  /** The structure with another description of where it comes from. */
  public Structure withSource(String newSource) {
    return new Structure(atomicNumbers, positions, cell, labels, info, columns, newSource);
  }

  /** The structure moved as a whole (Å); the cell's corner stays where it is. Labels stay. */
  public Structure translated(double dx, double dy, double dz) {
    var moved = positions.clone();
    for (int k = 0; k < moved.length; k += 3) {
      moved[k] += dx;
      moved[k + 1] += dy;
      moved[k + 2] += dz;
    }
    return withPositions(moved).withLabels(labels);
  }

  /** The structure turned or reflected about the origin, its cell, forces, stress and vector columns with it. */
  public Structure rotated(Orthogonal transformation) {
    return new Structure(atomicNumbers, transformation.apply(positions), cell.transformed(transformation),
        labels.turned(transformation), info, turnedColumns(transformation), source);
  }

  private Map<String, Column> turnedColumns(Orthogonal transformation) {
    var turned = new LinkedHashMap<>(columns);
    turned.replaceAll((name, column) -> column.turned(transformation));
    return Collections.unmodifiableMap(turned);
  }

  /**
   * The atoms in another order.
   *
   * @param from which old atom is in each new place
   */
  public Structure permuted(Permutation from) {
    if (from.size() != size()) {
      throw new IllegalArgumentException("a permutation of " + from.size() + " for " + size() + " atoms");
    }
    return picked(from.toArray(), from.applyToRows(positions), cell);
  }

  /** The atoms in another order: old atom {@code from[i]} in place i. */
  public Structure permuted(int[] from) {
    return permuted(Permutation.of(from));
  }

  /** Every atom moved by whole lattice vectors into the cell, along the directions that repeat. Labels stay. */
  public Structure wrapped() {
    var moved = positions.clone();
    for (int atom = 0; atom < size(); atom++) {
      for (int k = 0; k < 3; k++) {
        if (cell.periodicity().along(k)) {
          double cells = Math.floor(cell.fraction(k, x(atom), y(atom), z(atom)));
          for (int axis = 0; axis < 3; axis++) {
            moved[3 * atom + axis] -= cells * cell.basis(k, axis);
          }
        }
      }
    }
    return withPositions(moved).withLabels(labels);
  }

  /**
   * The structure repeated along its lattice vectors; copy after copy, the last vector's copies first. The energy is
   * multiplied, forces and columns repeated, the stress stays.
   *
   * @throws IllegalArgumentException if a number is below 1, or above 1 along a vector that does not repeat
   */
  public Structure supercell(int na, int nb, int nc) {
    int[] times = {na, nb, nc};
    for (int k = 0; k < 3; k++) {
      if (times[k] < 1 || times[k] > 1 && !cell.periodicity().along(k)) {
        throw new IllegalArgumentException(times[k] + " cells along vector " + k + " of " + cell);
      }
    }
    int copies = Math.multiplyExact(Math.multiplyExact(na, nb), nc);
    var from = new int[Math.multiplyExact(copies, size())];
    Arrays.setAll(from, i -> i % size());
    var moved = new double[Math.multiplyExact(3, from.length)];
    for (int copy = 0; copy < copies; copy++) {
      int ia = copy / (nb * nc);
      int ib = copy / nc % nb;
      int ic = copy % nc;
      for (int k = 0; k < positions.length; k++) {
        int axis = k % 3;
        moved[copy * positions.length + k] = positions[k]
            + (ia * cell.get(0, axis) + ib * cell.get(1, axis) + ic * cell.get(2, axis));
      }
    }
    return picked(from, moved, cell.scaled(na, nb, nc));
  }

  /**
   * The structure and its cell deformed homogeneously, r → (1 + strain)·r, without labels.
   *
   * @param strain nine numbers row by row
   * @throws InputException if the cell becomes singular
   */
  public Structure strained(double[] strain) {
    UnaryOperator<double[]> deform = vectors -> {
      var deformed = vectors.clone();
      for (int row = 0; row < vectors.length / 3; row++) {
        for (int axis = 0; axis < 3; axis++) {
          deformed[3 * row + axis] += Rows.dot(vectors, row, strain, axis);
        }
      }
      return deformed;
    };
    return withPositions(deform.apply(positions)).withCell(Cell.of(deform.apply(cell.vectors()), cell.periodicity()));
  }

  /** Old atom {@code from[i]} in place i with all that is its own; the atoms may be several copies of all atoms. */
  private Structure picked(int[] from, double[] newPositions, Cell newCell) {
    var numbers = new int[from.length];
    Arrays.setAll(numbers, i -> atomicNumbers[from[i]]);
    var picked = new LinkedHashMap<>(columns);
    picked.replaceAll((name, column) -> column.rows(from));
    return new Structure(numbers, newPositions, newCell, labels.picked(from, from.length / size()), info,
        Collections.unmodifiableMap(picked), source);
  }

  @Override
  public String toString() {
    return source + ": " + size() + " atoms, " + cell + ", " + labels;
  }
}
