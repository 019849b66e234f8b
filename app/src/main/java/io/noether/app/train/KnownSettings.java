package io.noether.app.train;

import io.noether.core.InputException;
import io.noether.nn.training.TrainingConfig;
import io.noether.nn.training.settings.Setting;
import io.noether.nn.training.settings.TrainingSettings;
import java.util.Comparator;
import java.util.List;

/** The names that settings can have, to find the one that a misspelt name was meant to be. */
final class KnownSettings {
  private final List<Setting> known;

  private KnownSettings(List<Setting> known) {
    this.known = known;
  }

  /** Those of a configuration: a network's hyper-parameters depend on its architecture. */
  static KnownSettings of(TrainingConfig config) {
    return new KnownSettings(TrainingSettings.standard().list(config));
  }

  /**
   * Checks a name.
   *
   * @param key {@code section.name}, or the name alone at the top
   * @param where the beginning of the message
   * @throws InputException naming the key and the nearest known one
   */
  void require(String key, String where) {
    if (!key.isEmpty() && isSection(key)) {
      throw new InputException(where + ": '" + key + "' is a section: its settings stand below it, indented");
    }
    if (known.stream().noneMatch(s -> s.key().equals(key))) {
      throw new InputException(where + ": there is no setting '" + key + "'; did you mean '" + nearest(key)
          + "'? `noether train --print-config` lists them all");
    }
  }

  boolean isSection(String key) {
    return known.stream().anyMatch(s -> s.section().equals(key));
  }

  /** The known setting whose name differs in the fewest letters; among several of them, the one whose section does. */
  private String nearest(String key) {
    String name = key.substring(key.lastIndexOf('.') + 1);
    var byName = Comparator.comparingInt((Setting s) -> distance(s.name(), name));
    return known.stream().min(byName.thenComparingInt(s -> distance(s.key(), key))).orElseThrow().key();
  }

  /** How many letters must be put in, taken out or exchanged (Levenshtein). */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int exchanged = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(exchanged, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
