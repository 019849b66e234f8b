package io.noether.smiles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.noether.graphs.molecules.AtomType;
import io.noether.graphs.molecules.MoleculeGraph;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmilesTest {
  private final Smiles smiles = new Smiles();

  @Test
  void aMoleculeIsItsHeavyAtomsAndBondOrders() {
    var formamide = smiles.read("O=C([H])N");
    assertEquals(3, formamide.size());
    assertEquals(List.of(AtomType.O, AtomType.C, AtomType.N),
        List.of(formamide.atom(0), formamide.atom(1), formamide.atom(2)));
    assertEquals(2, formamide.bond(0, 1));
    assertEquals(1, formamide.bond(2, 1));
    assertEquals(0, formamide.bond(0, 2));
  }

  @ParameterizedTest
  @ValueSource(strings = {"C", "CCO", "C#N", "c1ccccc1O", "c1cc[nH]c1", "CC(=O)[O-]", "C[NH3+]", "O=[N+]([O-])c1ccoc1",
      "C1CC2CC1C2", "CS(=O)(=O)N", "FC(F)(F)C", "[C-]#[N+]C", "CC1=CC=C(F)C=C1"})
  void canonicalSmilesDoNotDependOnTheOrderOfAtoms(String text) {
    var molecule = smiles.read(text);
    String name = smiles.canonical(molecule);
    var random = new Random(4);
    for (int trial = 0; trial < 10; trial++) {
      assertEquals(name, smiles.canonical(reordered(molecule, random)));
    }
    assertEquals(name, smiles.canonical(smiles.read(name)), "and reading them back gives the same molecule");
  }

  @Test
  void bothKekuleFormsAreOneMolecule() {
    assertEquals(smiles.canonical(smiles.read("CC1=C(F)C=CC=C1")), smiles.canonical(smiles.read("CC1=CC=CC=C1F")));
  }

  @ParameterizedTest
  @CsvSource({"CN(=O)=O, C[N+](=O)[O-]", "CN=N#N, CN=[N+]=[N-]", "C=N#N, C=[N+]=[N-]"})
  void pentavalentNitrogenIsWrittenWithCharges(String pentavalent, String charged) {
    var read = smiles.read(pentavalent);
    assertTrue(read.valid());
    assertEquals(smiles.canonical(smiles.read(charged)), smiles.canonical(read));
  }

  @ParameterizedTest
  @CsvSource({"130462, NOT_SMILES", "C1CC, NOT_SMILES", "xyz, NOT_SMILES", "C.O, PIECES", "[Fe], ATOM", "[O-2], ATOM",
      "[CH3], HYDROGENS", "C[PH4], HYDROGENS"})
  void whatCannotBeUsedHasAReason(String text, UnusableMoleculeException.Reason reason) {
    var thrown = assertThrows(UnusableMoleculeException.class, () -> smiles.read(text));
    assertEquals(reason, thrown.reason());
  }

  @Test
  void impossibleValencesAreNoMolecule() {
    byte c = (byte) AtomType.C.ordinal();
    byte f = (byte) AtomType.F.ordinal();
    var bad = new MoleculeGraph(new byte[] {c, f}, new byte[] {0, 2, 2, 0});
    assertFalse(bad.valid());
    assertThrows(IllegalArgumentException.class, () -> Smiles.molecule(bad));
  }

  private static MoleculeGraph reordered(MoleculeGraph molecule, Random random) {
    var order = new ArrayList<Integer>();
    for (int i = 0; i < molecule.size(); i++) {
      order.add(i);
    }
    Collections.shuffle(order, random);
    return molecule.reordered(order.stream().mapToInt(Integer::intValue).toArray());
  }
}
