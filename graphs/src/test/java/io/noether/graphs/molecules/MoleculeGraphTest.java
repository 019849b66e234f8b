package io.noether.graphs.molecules;

import static io.noether.graphs.molecules.AtomType.C;
import static io.noether.graphs.molecules.AtomType.F;
import static io.noether.graphs.molecules.AtomType.N;
import static io.noether.graphs.molecules.AtomType.N_PLUS;
import static io.noether.graphs.molecules.AtomType.O;
import static io.noether.graphs.molecules.AtomType.S;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

class MoleculeGraphTest {
  @Test
  void hydrogensFillTheNextValence() {
    assertEquals(4, C.hydrogens(0));
    assertEquals(0, C.hydrogens(4));
    assertEquals(-1, C.hydrogens(5));
    assertEquals(-1, N.hydrogens(4));
    assertEquals(0, N_PLUS.hydrogens(4));
    assertEquals(1, S.hydrogens(1));
    assertEquals(1, S.hydrogens(3));
    assertEquals(0, S.hydrogens(6));
    assertEquals(-1, S.hydrogens(7));
  }

  @Test
  void typesHaveNames() {
    for (AtomType type : AtomType.values()) {
      assertEquals(type, AtomType.named(type.toString()).orElseThrow());
      assertEquals(type, AtomType.of(type.symbol(), type.charge()).orElseThrow());
    }
    assertTrue(AtomType.named("Xx").isEmpty());
  }

  @Test
  void validityIsValencesAndOnePiece() {
    assertTrue(Molecules.chain("1 2", C, C, O).valid());
    assertTrue(Molecules.chain("", C).valid());
    assertFalse(Molecules.chain("1 0", C, C, O).connected(), "two pieces");
    assertTrue(Molecules.chain("1 0", C, C, O).valencesPossible());
    assertFalse(Molecules.chain("1 2", C, C, F).valencesPossible(), "F=C");
    assertFalse(Molecules.chain("2 3", C, C, C).valid(), "five bonds");
    assertTrue(Molecules.closed(Molecules.chain("1 1", C, C, C), 0, 2, 1).valid(), "a ring");
  }

  @Test
  void whatIsNoMoleculeIsRefused() {
    assertThrows(IllegalArgumentException.class, () -> new MoleculeGraph(new byte[0], new byte[0]));
    assertThrows(IllegalArgumentException.class, () -> new MoleculeGraph(new byte[2], new byte[] {0, 1, 2, 0}));
    assertThrows(IllegalArgumentException.class, () -> new MoleculeGraph(new byte[1], new byte[] {1}));
    assertThrows(IllegalArgumentException.class, () -> new MoleculeGraph(new byte[2], new byte[] {0, 4, 4, 0}));
  }

  @Test
  void reorderingKeepsWhatIsBonded() {
    var random = new Random(1);
    var molecule = Molecules.chain("1 2 3", C, N, O, F);
    int[] order = {2, 0, 3, 1};
    var moved = molecule.reordered(order);
    for (int i = 0; i < 4; i++) {
      assertEquals(molecule.atom(order[i]), moved.atom(i));
      for (int j = 0; j < 4; j++) {
        assertEquals(molecule.bond(order[i], order[j]), moved.bond(i, j));
      }
    }
    assertEquals(molecule.connected(), molecule.reordered(Molecules.permutation(4, random)).connected());
  }
}
