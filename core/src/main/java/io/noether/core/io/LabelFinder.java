package io.noether.core.io;

import io.noether.core.Cell;
import io.noether.core.Column;
import io.noether.core.Field;
import io.noether.core.InputException;
import io.noether.core.Labels;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Takes labels out of the fields and columns of the structures of one file. A file must use the same names throughout:
 * energies of two kinds in one training set are an accident.
 */
final class LabelFinder {
  private static final List<String> ENERGIES =
      List.of("energy", "REF_energy", "dft_energy", "DFT_energy", "free_energy");
  private static final List<String> FORCES = List.of("forces", "force", "REF_forces", "REF_force", "dft_forces",
      "dft_force", "DFT_forces", "DFT_force");
  private static final List<String> STRESSES = List.of("stress", "REF_stress", "dft_stress", "DFT_stress", "virial",
      "virials", "REF_virial", "REF_virials", "dft_virial", "dft_virials", "DFT_virial", "DFT_virials");

  /** A stress or virial less symmetric than this fraction of its largest component is something else. */
  private static final double ASYMMETRY = 0.01;

  private final LabelKeys wished;
  private final Set<String> seen = new LinkedHashSet<>();
  private LabelKeys found = LabelKeys.USUAL;

  LabelFinder(LabelKeys wished) {
    this.wished = wished;
  }

  LabelKeys found() {
    return found;
  }

  /**
   * Moves what is a label out of the extra fields and columns.
   *
   * @throws InputException without the place, if a label is not what it should be
   */
  Labels take(Map<String, Field> info, Map<String, Column> columns, Cell cell) {
    seen.addAll(info.keySet());
    seen.addAll(columns.keySet());
    var labels = Labels.NONE;
    var energy = choose("energy", wished.energy(), ENERGIES, info.keySet(), found.energy());
    if (energy.isPresent()) {
      found = new LabelKeys(energy, found.forces(), found.stress());
      labels = labels.withEnergy(numbers(energy.get(), info, 1)[0]);
    }
    var forces = forcesKey(columns.keySet());
    if (forces.isPresent()) {
      found = new LabelKeys(found.energy(), forces, found.stress());
      if (!(columns.remove(forces.get()) instanceof Column.Vectors(double[] values))) {
        throw new InputException("the column " + forces.get() + " is not three real numbers per atom, as forces are");
      }
      labels = labels.withForces(values);
    }
    var stress = choose("stress", wished.stress(), STRESSES, info.keySet(), found.stress());
    if (stress.isPresent()) {
      found = new LabelKeys(found.energy(), found.forces(), stress);
      labels = labels.withStress(stress(stress.get(), info, cell));
    }
    return labels;
  }

  /**
   * Which of these columns has the forces.
   *
   * @throws InputException without the place, if the forces had another name before
   */
  Optional<String> forcesKey(Set<String> columns) {
    return choose("forces", wished.forces(), FORCES, columns, found.forces());
  }

  private static Optional<String> choose(String what, Optional<String> wish, List<String> usual, Set<String> there,
      Optional<String> before) {
    var candidates = wish.map(List::of).orElse(usual);
    var chosen = candidates.stream().filter(there::contains).findFirst();
    if (chosen.isPresent() && before.isPresent() && !before.equals(chosen)) {
      throw new InputException("the " + what + " is called " + chosen.get() + " here but " + before.get()
          + " before; choose one with --" + what + "-key");
    }
    return chosen;
  }

  private static double[] numbers(String key, Map<String, Field> info, int... counts) {
    String text = String.valueOf(info.remove(key));
    double[] numbers;
    try {
      numbers = NumberText.reals(text);
    } catch (NumberFormatException e) {
      throw new InputException(key + " is " + NumberText.quoted(text) + ", not a number", e);
    }
    for (double number : numbers) {
      if (!Double.isFinite(number)) {
        throw new InputException(key + " is " + NumberText.quoted(text) + ", not finite; correct it or leave it out");
      }
    }
    for (int count : counts) {
      if (numbers.length == count) {
        return numbers;
      }
    }
    throw new InputException(key + " has " + numbers.length + " numbers instead of " + counts[0]);
  }

  private static double[] stress(String key, Map<String, Field> info, Cell cell) {
    double[] given = numbers(key, info, 9, 6);
    // Six numbers are Voigt's xx yy zz yz xz xy.
    double[] full = given.length == 9 ? given : new double[] {given[0], given[5], given[4], given[5], given[1],
        given[3], given[4], given[3], given[2]};
    double factor = 1;
    if (key.toLowerCase(Locale.ROOT).contains("virial")) {
      if (cell.volume() == 0) {
        throw new InputException(key + " needs a Lattice to become a stress; add it or take the virial out");
      }
      factor = -1 / cell.volume();
    }
    var stress = new double[9];
    double largest = 0;
    double difference = 0;
    for (int k = 0; k < 9; k++) {
      double mirrored = full[k % 3 * 3 + k / 3];
      stress[k] = factor * (0.5 * (full[k] + mirrored));
      largest = Math.max(largest, Math.abs(full[k]));
      difference = Math.max(difference, Math.abs(full[k] - mirrored));
    }
    if (difference > ASYMMETRY * largest) {
      throw new InputException(key + " is not symmetric; correct it or take it out");
    }
    return stress;
  }

  /**
   * Complains if a name that was asked for was in none of the structures.
   *
   * @throws InputException without the place
   */
  void requireWishes() {
    requireWish("energy", wished.energy(), found.energy());
    requireWish("forces", wished.forces(), found.forces());
    requireWish("stress", wished.stress(), found.stress());
  }

  private void requireWish(String what, Optional<String> wish, Optional<String> answer) {
    if (wish.isPresent() && answer.isEmpty()) {
      throw new InputException("no structure has the " + what + " '" + wish.get() + "' that was asked for; there are "
          + (seen.isEmpty() ? "no extra fields" : String.join(", ", seen)));
    }
  }
}
