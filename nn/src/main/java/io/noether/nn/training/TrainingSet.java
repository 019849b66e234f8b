package io.noether.nn.training;

import io.noether.core.Element;
import io.noether.core.InputException;
import io.noether.core.Seeds;
import io.noether.core.Structure;
import io.noether.nn.ModelSpec;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.function.Predicate;

/**
 * The data made ready: divided, references fitted, neighbours found.
 *
 * @param spec the model with references, scale and shift
 * @param references how the reference energies were found
 * @param terms which errors the loss can be made of
 * @param warnings one line each, for the user
 * @param sha256 fingerprint of the data
 */
record TrainingSet(ModelSpec spec, ReferenceEnergies references, LossProgram.Terms terms,
    List<LabelledStructure> training,
    List<LabelledStructure> validation, List<String> warnings, String sha256) {

  private static final int VALIDATED_WITHOUT_SPLIT = 200;
  private static final long SPLIT = -1; // the number of the split's permutation; epochs count from 0

  /** @throws InputException if there is nothing to learn from, or a label that the loss asks for is nowhere */
  static TrainingSet prepare(TrainingConfig config, TrainingData data) {
    var warnings = new ArrayList<String>();
    var isolated = new EnumMap<Element, Double>(Element.class);
    isolated.putAll(ReferenceEnergies.isolatedIn(data.structures()));
    isolated.putAll(data.isolatedAtoms());
    var learned = data.structures().stream().filter(s -> !ReferenceEnergies.isIsolatedAtom(s)).toList();
    if (learned.isEmpty()) {
      throw new InputException("there is no structure to learn from"
          + (data.structures().isEmpty() ? "; give one or more data files" : ": the data are isolated atoms alone"));
    }
    var split = Split.of(learned, config.data().validationFraction(), config.seed());
    var terms = terms(split.training, config.loss(), warnings);

    var references = ReferenceEnergies.fit(split.training, isolated);
    warnings.addAll(references.warnings());
    var spec = new ModelSpec(config.model(), references.elements(), references.energies(),
        scale(split.training, references), references.shift());
    double cutoff = config.model().cutoff();
    var training = split.training.stream().map(s -> LabelledStructure.of(s, cutoff, references)).toList();
    var validation = split.validation.isEmpty()
        ? training.subList(0, Math.min(VALIDATED_WITHOUT_SPLIT, training.size()))
        : split.validation.stream().map(s -> LabelledStructure.of(s, cutoff, references)).toList();
    if (split.validation.isEmpty()) {
      warnings.add("no structures are held out: validation errors are training errors");
    }
    return new TrainingSet(spec, references, terms, training, validation, List.copyOf(warnings),
        DataHash.of(data.structures()));
  }

  private record Split(List<Structure> training, List<Structure> validation) {
    static Split of(List<Structure> all, double fraction, long seed) {
      int held = fraction == 0 ? 0 : Math.max(1, (int) Math.round(fraction * all.size()));
      held = Math.min(held, all.size() - 1);
      int[] order = Seeds.order(all.size(), seed, SPLIT);
      var training = new ArrayList<Structure>();
      var known = new HashSet<Element>();
      for (int k = held; k < order.length; k++) {
        training.add(all.get(order[k]));
        known.addAll(elements(all.get(order[k])));
      }
      var validation = new ArrayList<Structure>();
      for (int k = 0; k < held; k++) {
        Structure s = all.get(order[k]);
        if (known.containsAll(elements(s))) {
          validation.add(s);
        } else { // it has an element that would otherwise not be learned at all
          training.add(s);
          known.addAll(elements(s));
        }
      }
      return new Split(training, validation);
    }

    private static List<Element> elements(Structure s) {
      return java.util.stream.IntStream.range(0, s.size()).mapToObj(s::element).distinct().toList();
    }
  }

  private static LossProgram.Terms terms(List<Structure> structures, LossWeights weights, List<String> warnings) {
    boolean stress = weights.stress() > 0
        && asked("stress", structures, weights.stressRequired(), s -> s.labels().stress().isPresent(), warnings);
    return new LossProgram.Terms(
        weights.energy() > 0 && asked("energy", structures, true, s -> s.labels().energy().isPresent(), warnings),
        weights.forces() > 0 && asked("forces", structures, true, s -> s.labels().forces().isPresent(), warnings),
        stress);
  }

  private static boolean asked(String what, List<Structure> structures, boolean required, Predicate<Structure> has,
      List<String> warnings) {
    long count = structures.stream().filter(has).count();
    if (count == 0) {
      if (required) {
        throw new InputException(structures.getFirst().source() + " and all other structures have no " + what
            + ", which the loss asks for; name the key (data." + what + "_key), or set loss." + what
            + (what.equals("stress") ? " to auto" : " to 0"));
      }
      return false;
    }
    if (count < structures.size()) {
      Structure first = structures.stream().filter(has.negate()).findFirst().orElseThrow();
      warnings.add((structures.size() - count) + " of " + structures.size() + " structures have no " + what + " ("
          + first.source() + ", for one); they do not count in that part of the loss");
    }
    return true;
  }

  /** Root mean square of the force components, eV/Å; without forces, spread of the energy per atom, eV. */
  private static double scale(List<Structure> structures, ReferenceEnergies references) {
    double squares = 0;
    long count = 0;
    for (Structure s : structures) {
      for (double f : s.labels().forces().orElse(new double[0])) {
        squares += f * f;
        count++;
      }
    }
    if (count == 0) {
      for (Structure s : structures) {
        if (s.labels().energy().isPresent()) {
          double left = (s.labels().energy().getAsDouble() - references.of(s)) / s.size();
          squares += left * left;
          count++;
        }
      }
    }
    double scale = count == 0 ? 1 : Math.sqrt(squares / count);
    return scale > 1e-6 ? scale : 1;
  }
}
