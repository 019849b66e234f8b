package io.noether.autodiff;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The loops a form stands for: one for each label, with the step that each operand and the result take in it (zero
 * where the label is absent, the sum of the strides where it occurs twice).
 *
 * @param labels the labels, the result's first
 * @param extents how far each loop runs
 * @param operands for each operand the step of each loop
 * @param result for the result the step of each loop
 */
public record LabelLoop(String labels, int[] extents, List<int[]> operands, int[] result) {
  /** The loops of a contraction. */
  public static LabelLoop of(Tensor t, Form form) {
    Map<Character, Integer> extents = new LinkedHashMap<>();
    collect(extents, form.result(), t.shape());
    for (int k = 0; k < form.operands().size(); k++) {
      collect(extents, form.operands().get(k), t.operands().get(k).shape());
    }
    var order = new StringBuilder();
    extents.keySet().forEach(order::append);
    var operands = new ArrayList<int[]>();
    for (int k = 0; k < form.operands().size(); k++) {
      operands.add(steps(order, form.operands().get(k), t.operands().get(k).shape()));
    }
    int[] counts = extents.values().stream().mapToInt(Integer::intValue).toArray();
    return new LabelLoop(order.toString(), counts, operands, steps(order, form.result(), t.shape()));
  }

  int offset(int[] steps, int[] at) {
    int offset = 0;
    for (int k = 0; k < at.length; k++) {
      offset += steps[k] * at[k];
    }
    return offset;
  }

  /** Counts on by one; false after the last. */
  boolean advance(int[] at) {
    for (int k = at.length - 1; k >= 0; k--) {
      if (++at[k] < extents[k]) {
        return true;
      }
      at[k] = 0;
    }
    return false;
  }

  private static void collect(Map<Character, Integer> extents, String labels, Shape shape) {
    for (int axis = 0; axis < labels.length(); axis++) {
      extents.putIfAbsent(labels.charAt(axis), shape.dim(axis));
    }
  }

  private static int[] steps(CharSequence order, String labels, Shape shape) {
    int[] strides = shape.strides();
    int[] steps = new int[order.length()];
    Arrays.setAll(steps, k -> {
      int step = 0;
      for (int axis = 0; axis < labels.length(); axis++) {
        step += labels.charAt(axis) == order.charAt(k) ? strides[axis] : 0;
      }
      return step;
    });
    return steps;
  }
}
