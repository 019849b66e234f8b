package io.noether.smiles;

import io.noether.graphs.molecules.MoleculeGraph;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What samples are worth. A sample is valid if it is one connected molecule whose valences are possible just as it was
 * generated: nothing is repaired and no largest piece is taken.
 *
 * @param samples all
 * @param firstOfEach the first valid sample of each different molecule
 * @param valid how many are valid
 * @param unique different canonical SMILES among the valid ones, in the order of their first appearance
 * @param novel those of the unique ones that the training set does not have
 */
public record SampleScore(int samples, List<MoleculeGraph> firstOfEach, int valid, Set<String> unique,
    Set<String> novel) {
  /**
   * Counts.
   *
   * @param known whether the training set has a canonical SMILES
   */
  public static SampleScore of(List<MoleculeGraph> samples, Predicate<String> known) {
    var smiles = new Smiles();
    var first = new ArrayList<MoleculeGraph>();
    int valid = 0;
    var unique = new LinkedHashSet<String>();
    var novel = new LinkedHashSet<String>();
    for (MoleculeGraph sample : samples) {
      if (sample.valid()) {
        valid++;
        String name = smiles.canonical(sample);
        if (unique.add(name)) {
          first.add(sample);
          if (!known.test(name)) {
            novel.add(name);
          }
        }
      }
    }
    return new SampleScore(samples.size(), first, valid, unique, novel);
  }

  /** Valid samples over all. */
  public double validity() {
    return share(valid, samples);
  }

  /** Different molecules over valid samples. */
  public double uniqueness() {
    return share(unique.size(), valid);
  }

  /** Molecules outside the training set over different ones. */
  public double novelty() {
    return share(novel.size(), unique.size());
  }

  private static double share(int part, int whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }
}
