package io.noether.autodiff;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Random shapes and contraction forms: shared, summed, repeated, diagonal and broadcast labels in any order. */
final class RandomForms {
  private static final int[] EXTENTS = {1, 2, 3, 5, 8, 17, 32};

  private final SplittableRandom random;

  RandomForms(SplittableRandom random) {
    this.random = random;
  }

  /** Extents of up to three axes, at most {@code limit} numbers. */
  int[] shape(int limit) {
    while (true) {
      int[] dims = new int[random.nextInt(4)];
      int size = 1;
      for (int k = 0; k < dims.length; k++) {
        dims[k] = EXTENTS[random.nextInt(EXTENTS.length)];
        size *= dims[k];
      }
      if (size <= limit) {
        return dims;
      }
    }
  }

  /** Some extents whose product is {@code size}. */
  int[] factors(int size) {
    var dims = new ArrayList<Integer>();
    int rest = size;
    for (int d = 2; d <= rest; d++) {
      while (rest % d == 0) {
        rest /= d;
        if (dims.isEmpty() || random.nextBoolean()) {
          dims.add(random.nextInt(dims.size() + 1), d);
        } else {
          int k = random.nextInt(dims.size());
          dims.set(k, dims.get(k) * d);
        }
      }
    }
    if (random.nextInt(4) == 0) {
      dims.add(random.nextInt(dims.size() + 1), 1);
    }
    return dims.stream().mapToInt(Integer::intValue).toArray();
  }

  /** A reduction, transposition, trace, diagonal or repetition of one tensor. */
  Tensor unary(Graph g, Tensor x) {
    var extents = new LinkedHashMap<Character, Integer>();
    String labels = label(x, extents);
    String kept = result(extents);
    var dims = new HashMap<>(extents);
    if (random.nextInt(2) == 0) {
      char fresh = 'z';
      dims.put(fresh, EXTENTS[random.nextInt(4)]);
      int at = random.nextInt(kept.length() + 1);
      kept = kept.substring(0, at) + fresh + kept.substring(at);
    }
    int[] result = kept.chars().map(c -> dims.get((char) c)).toArray();
    return x.expand(labels + "->" + kept, result).times(scale(extents, kept));
  }

  /** A contraction of two tensors; null where its loops would be longer than {@code limit}. */
  @Nullable Tensor binary(Graph g, Tensor x, Tensor y, int limit) {
    var extents = new LinkedHashMap<Character, Integer>();
    String left = label(x, extents);
    String right = label(y, extents);
    if (extents.values().stream().mapToLong(Integer::longValue).reduce(1, (a, b) -> a * b) > limit) {
      return null;
    }
    String kept = result(extents);
    return g.contract(left + "," + right + "->" + kept, x, y).times(scale(extents, kept));
  }

  /** Labels for a tensor's axes; axes of equal length often share one. */
  private String label(Tensor t, Map<Character, Integer> extents) {
    var labels = new StringBuilder();
    for (int axis = 0; axis < t.shape().rank(); axis++) {
      int extent = t.shape().dim(axis);
      List<Character> same =
          extents.entrySet().stream().filter(e -> e.getValue() == extent).map(Map.Entry::getKey).toList();
      char label = same.isEmpty() || random.nextInt(4) == 0 ? (char) ('a' + extents.size())
          : same.get(random.nextInt(same.size()));
      extents.put(label, extent);
      labels.append(label);
    }
    return labels.toString();
  }

  /** Some of the labels, mostly each at most once, in any order. */
  private String result(Map<Character, Integer> extents) {
    var kept = new StringBuilder();
    for (char label : extents.keySet()) {
      int times = switch (random.nextInt(10)) {
        case 0, 1, 2, 3 -> 0;
        case 4 -> extents.get(label) <= 8 ? 2 : 1;
        default -> 1;
      };
      for (int k = 0; k < times; k++) {
        kept.insert(random.nextInt(kept.length() + 1), label);
      }
    }
    return kept.toString();
  }

  private static double scale(Map<Character, Integer> extents, String kept) {
    double summed = 1;
    for (var e : extents.entrySet()) {
      summed *= kept.indexOf(e.getKey()) < 0 ? e.getValue() : 1;
    }
    return 1 / Math.sqrt(summed);
  }
}
