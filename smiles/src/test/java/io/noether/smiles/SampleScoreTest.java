package io.noether.smiles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.noether.graphs.molecules.AtomType;
import io.noether.graphs.molecules.MoleculeGraph;
import java.util.List;
import org.junit.jupiter.api.Test;

class SampleScoreTest {
  private final Smiles smiles = new Smiles();

  @Test
  void sharesAreCountedOneAfterTheOther() {
    byte c = (byte) AtomType.C.ordinal();
    byte o = (byte) AtomType.O.ordinal();
    var pieces = new MoleculeGraph(new byte[] {c, o}, new byte[4]);
    var overfull = new MoleculeGraph(new byte[] {c, o}, new byte[] {0, 3, 3, 0});
    var samples = List.of(smiles.read("CCO"), smiles.read("OCC"), smiles.read("C"), smiles.read("CC=O"), pieces,
        smiles.read("C"), overfull, smiles.read("C#N"));
    var known = KnownMolecules.of(List.of(smiles.canonical(smiles.read("C"))));
    var score = SampleScore.of(samples, known);
    assertEquals(6.0 / 8, score.validity());
    assertEquals(4.0 / 6, score.uniqueness());
    assertEquals(3.0 / 4, score.novelty());
    assertEquals(4, score.firstOfEach().size());
  }

  @Test
  void nothingValidIsNoDivisionByZero() {
    var score = SampleScore.of(List.of(), _ -> true);
    assertEquals(0, score.validity());
    assertEquals(0, score.uniqueness());
    assertEquals(0, score.novelty());
  }

  @Test
  void knownMoleculesAreKnownAfterBeingKeptAsNumbers() {
    var known = new KnownMolecules(KnownMolecules.of(List.of("CCO", "C", "CCO")).fingerprints());
    assertEquals(2, known.fingerprints().length);
    assertTrue(known.test("CCO"));
    assertFalse(known.test("OCC"));
  }
}
