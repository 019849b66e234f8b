package io.noether.nn.training;

import io.noether.core.Element;
import io.noether.core.Field;
import io.noether.core.Structure;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.apache.commons.math3.stat.StatUtils;

/**
 * The energy that each element's atoms have before the network says anything: energies of isolated atoms where they are
 * known, least squares of the composition for the rest.
 *
 * @param elements those of the structures, by atomic number
 * @param energies eV, one for each element
 * @param shift mean of what the references leave, eV per atom
 * @param origin where they come from, a clause for people
 * @param warnings one line each
 */
record ReferenceEnergies(
    List<Element> elements, double[] energies, double shift, String origin, List<String> warnings) {

  /** Potentials describe bonds of a few eV; a fit that misses by this much per atom has something else in it. */
  private static final double ABSURD = 3;

  /** A singular value this small beside the largest counts as none. */
  private static final double ZERO = 1e-10;

  /**
   * @param structures those to learn from, isolated atoms left out
   * @param isolated energies of isolated atoms, eV
   */
  static ReferenceEnergies fit(List<Structure> structures, Map<Element, Double> isolated) {
    var elements = new ArrayList<>(structures.stream().flatMap(s -> elementsOf(s).stream())
        .collect(Collectors.toCollection(TreeSet::new)));
    double[] energies = new double[elements.size()];
    var open = new ArrayList<Integer>();
    for (int k = 0; k < energies.length; k++) {
      Double known = isolated.get(elements.get(k));
      if (known == null) {
        open.add(k);
      } else {
        energies[k] = known;
      }
    }
    var labelled = structures.stream().filter(s -> s.labels().energy().isPresent()).toList();
    if (labelled.isEmpty()) {
      return new ReferenceEnergies(elements, energies, 0, "none, no energies", List.of());
    }
    var warnings = new ArrayList<String>();
    String origin = "isolated atoms";
    if (!open.isEmpty()) {
      origin = open.size() == energies.length ? "least squares of the composition"
          : "isolated atoms, least squares for " + names(elements, open);
      fitOpen(labelled, elements, energies, open, warnings);
    }
    double shift = checkResiduals(labelled, elements, energies, warnings);
    return new ReferenceEnergies(elements, energies, shift, origin, List.copyOf(warnings));
  }

  /** Single atoms, not repeated, whose energy is known; and those that are called isolated atoms. */
  static Map<Element, Double> isolatedIn(List<Structure> structures) {
    Map<Element, Double> found = new EnumMap<>(Element.class);
    for (Structure s : structures) {
      OptionalDouble energy = s.labels().energy();
      if (isIsolatedAtom(s) && energy.isPresent()) {
        found.put(s.element(0), energy.getAsDouble());
      }
    }
    return found;
  }

  static boolean isIsolatedAtom(Structure s) {
    if (s.size() != 1) {
      return false;
    }
    Field type = s.info().get("config_type");
    String name = type == null ? "" : type.text().toLowerCase(Locale.ROOT).replace("_", "");
    return !s.periodicity().any() || name.equals("isolatedatom");
  }

  /** References and shift of all atoms of a structure, eV: what the network's energy is added to. */
  double of(Structure s) {
    double sum = s.size() * shift;
    for (int i = 0; i < s.size(); i++) {
      sum += energies[elements.indexOf(s.element(i))];
    }
    return sum;
  }

  private static void fitOpen(List<Structure> labelled, List<Element> elements, double[] energies, List<Integer> open,
      List<String> warnings) {
    var normal = new Array2DRowRealMatrix(open.size(), open.size());
    var right = new ArrayRealVector(open.size());
    for (Structure s : labelled) {
      double energy = s.labels().energy().getAsDouble();
      RealVector row = new ArrayRealVector(open.size());
      for (int i = 0; i < s.size(); i++) {
        int element = elements.indexOf(s.element(i));
        int column = open.indexOf(element);
        if (column < 0) {
          energy -= energies[element];
        } else {
          row.addToEntry(column, 1.0 / s.size()); // energies per atom count alike in structures of any size
        }
      }
      for (int i = 0; i < open.size(); i++) {
        for (int j = 0; j < open.size(); j++) {
          normal.addToEntry(i, j, row.getEntry(i) * row.getEntry(j));
        }
      }
      right.combineToSelf(1, energy / s.size(), row);
    }
    var solution = Shortest.of(normal, right);
    for (int k = 0; k < open.size(); k++) {
      energies[open.get(k)] = solution.values().getEntry(k);
    }
    if (solution.rank() < open.size()) {
      warnings.add("the compositions in the data do not determine the reference energies of " + names(elements, open)
          + " one by one (" + solution.rank() + " of " + open.size()
          + " are independent): the smallest ones that fit are "
          + "used; energies of other compositions will mean nothing unless energies of isolated atoms are given");
    }
  }

  /**
   * The shortest of all solutions of normal equations, by the singular value decomposition of their matrix.
   *
   * @param rank number of independent unknowns; below their number, the rest is a choice
   */
  private record Shortest(RealVector values, int rank) {
    static Shortest of(RealMatrix normal, RealVector right) {
      var svd = new SingularValueDecomposition(normal);
      double[] singular = svd.getSingularValues(); // largest first
      RealVector values = new ArrayRealVector(right.getDimension());
      int rank = 0;
      while (rank < singular.length && singular[rank] > ZERO * singular[0]) {
        double along = svd.getU().getColumnVector(rank).dotProduct(right) / singular[rank];
        values.combineToSelf(1, along, svd.getV().getColumnVector(rank));
        rank++;
      }
      return new Shortest(values, rank);
    }
  }

  /** Returns the mean of what is left, eV per atom. */
  private static double checkResiduals(List<Structure> labelled, List<Element> elements, double[] energies,
      List<String> warnings) {
    var references = new ReferenceEnergies(elements, energies, 0, "", List.of());
    double[] left = new double[labelled.size()];
    for (int k = 0; k < left.length; k++) {
      Structure s = labelled.get(k);
      left[k] = (s.labels().energy().getAsDouble() - references.of(s)) / s.size();
    }
    double mean = StatUtils.mean(left);
    double spread = Math.sqrt(StatUtils.populationVariance(left, mean));
    if (spread > ABSURD) {
      int worst = IntStream.range(0, left.length).boxed()
          .max(Comparator.comparingDouble(k -> Math.abs(left[k] - mean))).orElseThrow();
      warnings.add(String.format(Locale.ROOT,
          "suspicious energies: reference energies leave %.3g eV/atom (root mean square), and %s is off by %.3g"
              + " eV/atom; are units mixed? Energies must be total energies in eV",
          spread, labelled.get(worst).source(), left[worst] - mean));
    }
    return mean;
  }

  private static TreeSet<Element> elementsOf(Structure s) {
    var set = new TreeSet<Element>();
    for (int i = 0; i < s.size(); i++) {
      set.add(s.element(i));
    }
    return set;
  }

  private static String names(List<Element> elements, List<Integer> which) {
    return which.stream().map(k -> elements.get(k).symbol()).collect(Collectors.joining(", "));
  }
}
