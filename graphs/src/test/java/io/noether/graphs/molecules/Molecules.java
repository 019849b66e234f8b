package io.noether.graphs.molecules;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Small molecules by hand and at random. */
final class Molecules {
  private Molecules() {}

  /** Atoms in a chain with these bond orders between neighbours: {@code chain("1 2", C, C, O)}. */
  static MoleculeGraph chain(String orders, AtomType... types) {
    int n = types.length;
    byte[] atoms = new byte[n];
    byte[] bonds = new byte[n * n];
    String[] order = orders.isEmpty() ? new String[0] : orders.split(" ");
    for (int i = 0; i < n; i++) {
      atoms[i] = (byte) types[i].ordinal();
      if (i > 0) {
        bonds[i * n + i - 1] = Byte.parseByte(order[i - 1]);
        bonds[(i - 1) * n + i] = bonds[i * n + i - 1];
      }
    }
    return new MoleculeGraph(atoms, bonds);
  }

  /** The molecule with one more bond. */
  static MoleculeGraph closed(MoleculeGraph molecule, int i, int j, int order) {
    byte[] bonds = molecule.bonds().clone();
    bonds[i * molecule.size() + j] = (byte) order;
    bonds[j * molecule.size() + i] = (byte) order;
    return new MoleculeGraph(molecule.atoms(), bonds);
  }

  /** Any types and bonds. */
  static MoleculeGraph random(int n, List<AtomType> types, Random random) {
    byte[] atoms = new byte[n];
    byte[] bonds = new byte[n * n];
    for (int i = 0; i < n; i++) {
      atoms[i] = (byte) types.get(random.nextInt(types.size())).ordinal();
      for (int j = 0; j < i; j++) {
        bonds[i * n + j] = (byte) random.nextInt(MoleculeGraph.BOND_KINDS);
        bonds[j * n + i] = bonds[i * n + j];
      }
    }
    return new MoleculeGraph(atoms, bonds);
  }

  static int[] permutation(int n, Random random) {
    var order = new ArrayList<Integer>();
    for (int i = 0; i < n; i++) {
      order.add(i);
    }
    Collections.shuffle(order, random);
    return order.stream().mapToInt(Integer::intValue).toArray();
  }
}
