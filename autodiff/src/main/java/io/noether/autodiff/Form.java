package io.noether.autodiff;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A multilinear form as data: result = coefficient · Σ x1·x2·…, where every operand's axes and the result's carry
 * labels. Labels that the result lacks are summed over; labels that only the result has repeat it; a label twice in one
 * place takes (or fills) the diagonal.
 *
 * <p>Written {@code "k,kn->n"}: the operands' labels separated by commas, then the result's. The derivative with
 * respect to operand p is the same form with the cotangent in slot p and the result's labels exchanged with that
 * operand's, so forms are closed under differentiation.
 *
 * @param operands labels of each operand's axes
 * @param result labels of the result's axes
 * @param coefficient constant factor
 */
public record Form(List<String> operands, String result, double coefficient) {
  /** Labels are renamed in order of appearance, so equal forms are equal values. */
  public Form {
    Map<Character, Character> names = new HashMap<>();
    var renamed = new ArrayList<String>();
    for (String labels : operands) {
      renamed.add(rename(labels, names));
    }
    operands = List.copyOf(renamed);
    result = rename(result, names);
  }

  /** Reads {@code "k,kn->n"}. @throws IllegalArgumentException if there is no arrow */
  public static Form parse(String text) {
    int arrow = text.indexOf("->");
    if (arrow < 0) {
      throw new IllegalArgumentException("form '" + text + "' has no '->'; write e.g. \"k,kn->n\"");
    }
    var operands = List.of(text.substring(0, arrow).trim().split(",", -1));
    return new Form(operands.stream().map(String::trim).toList(), text.substring(arrow + 2).trim(), 1);
  }

  /** The form whose value is the derivative: slot {@code p} takes the cotangent. */
  Form open(int p) {
    var labels = new ArrayList<>(operands);
    labels.set(p, result);
    return new Form(labels, operands.get(p), coefficient);
  }

  Form times(double factor) {
    return new Form(operands, result, coefficient * factor);
  }

  /** Whether this is a copy: one operand whose labels the result repeats in the same order. */
  boolean isScaling() {
    return operands.size() == 1 && operands.getFirst().equals(result)
        && result.chars().distinct().count() == result.length();
  }

  /** Whether this only looks at its operand in another way: nothing is summed, no factor, no diagonal to fill. */
  public boolean isView() {
    return operands.size() == 1 && coefficient == 1 && result.chars().distinct().count() == result.length()
        && operands.getFirst().chars().allMatch(label -> result.indexOf(label) >= 0);
  }

  private static String rename(String labels, Map<Character, Character> names) {
    var text = new StringBuilder();
    for (int k = 0; k < labels.length(); k++) {
      text.append(names.computeIfAbsent(labels.charAt(k), _ -> (char) ('a' + names.size())));
    }
    return text.toString();
  }

  @Override
  public String toString() {
    String factor = coefficient == 1 ? "" : coefficient + "·";
    return factor + String.join(",", operands) + "->" + result;
  }
}
