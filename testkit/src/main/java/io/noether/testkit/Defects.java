package io.noether.testkit;

import io.noether.core.Prediction;
import io.noether.core.Structure;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/** What is wrong with a prediction before any law is looked at: numbers missing, too many, or not finite. */
final class Defects {
  private Defects() {}

  /** The first defect as a clause, like "force on atom 2 along y (eV/Å) is NaN". */
  static Optional<String> of(Structure structure, Prediction p) {
    int atoms = structure.size();
    return Stream.of(
        in("energy", 1, new double[] {p.energy()}, _ -> "energy (eV)"),
        in("forces", 3 * atoms, p.forces(), k -> "force on atom " + k / 3 + " along " + axis(k % 3) + " (eV/Å)"),
        p.atomicEnergies().flatMap(e -> in("atomic energies", atoms, e, k -> "energy of atom " + k + " (eV)")),
        p.stress().flatMap(s -> in("stress", 9, s, k -> "stress " + axis(k / 3) + axis(k % 3) + " (eV/Å³)")))
        .flatMap(Optional::stream).findFirst();
  }

  /**
   * The first defect of an array.
   *
   * @param name of each of its numbers
   */
  static Optional<String> in(String what, int expected, double[] numbers, IntFunction<String> name) {
    if (numbers.length != expected) {
      return Optional.of(what + " has " + numbers.length + " numbers and should have " + expected);
    }
    for (int k = 0; k < expected; k++) {
      if (!Double.isFinite(numbers[k])) {
        return Optional.of(name.apply(k) + " is " + numbers[k]);
      }
    }
    return Optional.empty();
  }

  private static char axis(int k) {
    return "xyz".charAt(k);
  }
}
