package io.noether.graphs.molecules;

import static io.noether.graphs.molecules.AtomType.C;
import static io.noether.graphs.molecules.AtomType.F;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ValenceMaskTest {
  private static final MoleculeSettings CARBON_AND_FLUORINE = new MoleculeSettings(List.of(C, F), 1, 1, 0, 0, 2);
  private static final int KINDS = MoleculeGraph.BOND_KINDS;

  @Test
  void whatIsPossibleStaysAsItIs() {
    var wanted = Molecules.closed(Molecules.chain("1 2 1", C, C, C, F), 0, 2, 1);
    var scores = scores(wanted);
    assertArrayEquals(wanted.bonds(), scores.likeliest().bonds());
    assertArrayEquals(wanted.atoms(), scores.likeliest().atoms());
    assertArrayEquals(wanted.bonds(), ValenceMask.read(scores).bonds());
  }

  @Test
  void theLeastConfidentBondGivesWay() {
    double[] bonds = new double[9 * KINDS]; // F to both carbons, more surely to the second
    set(bonds, 0, 1, 1, 1);
    set(bonds, 0, 2, 1, 2);
    set(bonds, 1, 2, 1, 3);
    var scores = new MoleculeScores(CARBON_AND_FLUORINE, 3, bonds, 0, new double[] {0, 1, 1, 0, 1, 0}, 0);
    assertFalse(scores.likeliest().valencesPossible());
    var masked = ValenceMask.read(scores);
    assertEquals(0, masked.bond(0, 1));
    assertEquals(1, masked.bond(0, 2));
    assertEquals(1, masked.bond(1, 2));
  }

  @Test
  void piecesAreJoinedWhereAtomsHaveRoom() {
    var joined = ValenceMask.read(scores(Molecules.chain("1 0 1", C, C, C, F)));
    assertTrue(joined.valid());
    var full = ValenceMask.read(scores(Molecules.chain("1 0 1", F, F, F, F)));
    assertTrue(full.valencesPossible());
    assertFalse(full.connected(), "there is no room: the sample stays invalid");
  }

  @Test
  void valencesArePossibleWhateverTheScores() {
    var random = new Random(2);
    for (int trial = 0; trial < 200; trial++) {
      int n = 1 + random.nextInt(8);
      double[] bonds = new double[n * n * KINDS];
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < i; j++) {
          for (int order = 0; order < KINDS; order++) {
            set(bonds, n, i, j, order, random.nextGaussian());
          }
        }
      }
      var scores = new MoleculeScores(CARBON_AND_FLUORINE, n, bonds, 0, random.doubles(2L * n).toArray(), 0);
      assertTrue(ValenceMask.read(scores).valencesPossible());
    }
  }

  private static MoleculeScores scores(MoleculeGraph wanted) {
    int n = wanted.size();
    double[] bonds = new double[n * n * KINDS];
    double[] atoms = new double[n * 2];
    for (int i = 0; i < n; i++) {
      atoms[i * 2 + (wanted.atom(i) == C ? 0 : 1)] = 1;
      for (int j = 0; j < n; j++) {
        bonds[(i * n + j) * KINDS + wanted.bond(i, j)] = 1;
      }
    }
    return new MoleculeScores(CARBON_AND_FLUORINE, n, bonds, 0, atoms, 0);
  }

  private static void set(double[] bonds, int i, int j, int order, double score) {
    set(bonds, 3, i, j, order, score);
  }

  private static void set(double[] bonds, int n, int i, int j, int order, double score) {
    bonds[(i * n + j) * KINDS + order] = score;
    bonds[(j * n + i) * KINDS + order] = score;
  }
}
