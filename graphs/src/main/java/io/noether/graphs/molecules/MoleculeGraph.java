package io.noether.graphs.molecules;

import java.util.function.IntBinaryOperator;
import java.util.function.IntUnaryOperator;

/**
 * The heavy atoms of one kekulised molecule and the orders of the bonds between them. The bonds
 * of an atom may be more than its type allows; {@link #valencesPossible} tells.
 *
 * @param atoms ordinals of {@link AtomType}, at least one
 * @param bonds atoms × atoms, row-major: bond order 0 (none) to 3; symmetric, zero on the diagonal
 */
public record MoleculeGraph(byte[] atoms, byte[] bonds) {
  /** Bond orders are 0 to 3. */
  public static final int BOND_KINDS = 4;

  /** Checks the sizes, the orders and the symmetry. */
  public MoleculeGraph {
    int n = atoms.length;
    if (n == 0 || bonds.length != n * n) {
      throw new IllegalArgumentException(n + " atoms and " + bonds.length + " bond orders are no molecule");
    }
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        int order = bonds[i * n + j];
        if (order != bonds[j * n + i] || order < 0 || order >= BOND_KINDS || i == j && order != 0) {
          throw new IllegalArgumentException("bond order " + order + " between atoms " + i + " and " + j);
        }
      }
    }
  }

  /** Number of atoms. */
  public int size() {
    return atoms.length;
  }

  /** An atom's type. */
  public AtomType atom(int i) {
    return AtomType.of(atoms[i]);
  }

  /** The order of the bond between two atoms, 0 for none. */
  public int bond(int i, int j) {
    return bonds[i * atoms.length + j];
  }

  /** The number of bonds of an atom; a double bond counts twice and a triple bond three times. */
  public int bondSum(int i) {
    int sum = 0;
    for (int j = 0; j < atoms.length; j++) {
      sum += bond(i, j);
    }
    return sum;
  }

  /** Whether no atom has more bonds than its type allows. */
  public boolean valencesPossible() {
    for (int i = 0; i < atoms.length; i++) {
      if (bondSum(i) > atom(i).largestValence()) {
        return false;
      }
    }
    return true;
  }

  /** Whether bonds lead from every atom to every other. */
  public boolean connected() {
    boolean[] reached = new boolean[atoms.length];
    int[] queue = new int[atoms.length];
    reached[0] = true;
    int count = 1;
    for (int next = 0; next < count; next++) {
      for (int j = 0; j < atoms.length; j++) {
        if (!reached[j] && bond(queue[next], j) > 0) {
          reached[j] = true;
          queue[count++] = j;
        }
      }
    }
    return count == atoms.length;
  }

  /** Whether this is one molecule with possible valences, just as it is. */
  public boolean valid() {
    return valencesPossible() && connected();
  }

  /** Each atom's ordinal and each pair's bond order changed by itself, atoms and pairs in turn. */
  MoleculeGraph map(IntUnaryOperator atom, IntUnaryOperator bond) {
    return combine(this, (own, _) -> atom.applyAsInt(own), (own, _) -> bond.applyAsInt(own));
  }

  /** As {@link #map}, but each new number is made of the numbers of two molecules of one size. */
  MoleculeGraph combine(MoleculeGraph other, IntBinaryOperator atom, IntBinaryOperator bond) {
    int n = atoms.length;
    byte[] a = new byte[n];
    byte[] b = new byte[n * n];
    for (int i = 0; i < n; i++) {
      a[i] = (byte) atom.applyAsInt(atoms[i], other.atoms[i]);
      for (int j = 0; j < i; j++) {
        b[i * n + j] = (byte) bond.applyAsInt(bond(i, j), other.bond(i, j));
        b[j * n + i] = b[i * n + j];
      }
    }
    return new MoleculeGraph(a, b);
  }

  /** This molecule with its atoms in another order: atom i of the result is atom {@code order[i]} of this. */
  public MoleculeGraph reordered(int[] order) {
    int n = atoms.length;
    byte[] a = new byte[n];
    byte[] b = new byte[n * n];
    for (int i = 0; i < n; i++) {
      a[i] = atoms[order[i]];
      for (int j = 0; j < n; j++) {
        b[i * n + j] = bonds[order[i] * n + order[j]];
      }
    }
    return new MoleculeGraph(a, b);
  }
}
