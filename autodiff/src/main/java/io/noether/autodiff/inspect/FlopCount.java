package io.noether.autodiff.inspect;

import io.noether.autodiff.Form;
import io.noether.autodiff.Graph;
import io.noether.autodiff.LabelLoop;
import io.noether.autodiff.Op;
import io.noether.autodiff.Space;
import io.noether.autodiff.Tensor;
import java.util.List;
import java.util.Map;

/**
 * Floating-point operations that an expression stands for, whatever a program makes of it: every node that the outputs
 * need counts once, so work that a program does twice in order not to store it does not make it look busier.
 *
 * <ul>
 * <li>a contraction: 2 for a product that is summed (a product and an addition), 1 for a product that is not, and 1 for
 * each number of the result where there is a coefficient other than ±1;
 * <li>a linear combination: 1 for each addition and for each product with a coefficient other than ±1; the zeros that a
 * {@link Op.Pad} puts around its operand are not added, so joining parts is free;
 * <li>a scalar function of one number: 1, the exponential like the step, though it takes some ten instructions;
 * <li>a sum over rows or axes: 1 for each number added;
 * <li>what only moves numbers ({@link Op.Gather}, {@link Op.Slice}, {@link Op.Pad}, {@link Op.Reshape}): 0.
 * </ul>
 */
public final class FlopCount {
  private FlopCount() {}

  /**
   * Counts for given sizes.
   *
   * @param rows number of rows of every space that the outputs need; {@link Space#POINT} has one
   * @return number of operations for one computation of all the outputs
   * @throws IllegalArgumentException if a space's size is missing
   * @throws ArithmeticException if the number exceeds 2^63 - 1
   */
  public static long of(List<Tensor> outputs, Map<Space, Integer> rows) {
    long total = 0;
    for (Tensor t : Graph.reachable(outputs)) {
      long atEachRow = atEachRow(t);
      if (atEachRow > 0) {
        total = Math.addExact(total, Math.multiplyExact(atEachRow, rows(counted(t), rows)));
      }
    }
    return total;
  }

  /** The space whose rows are looped over. */
  private static Space counted(Tensor t) {
    return t.op() instanceof Op.Sum(var index) ? index.from() : t.space();
  }

  private static long rows(Space space, Map<Space, Integer> sizes) {
    Integer rows = space.equals(Space.POINT) ? Integer.valueOf(1) : sizes.get(space);
    if (rows == null) {
      throw new IllegalArgumentException("the size of " + space + " is not given");
    }
    return rows;
  }

  private static long atEachRow(Tensor t) {
    return switch (t.op()) {
      case Op.Input _, Op.Parameter _, Op.Constant _, Op.Gather _, Op.Slice _, Op.Pad _, Op.Reshape _ -> 0;
      case Op.Apply _, Op.Sum _ -> t.shape().size();
      case Op.Contract(var form) -> contraction(t, form);
      case Op.Combine(var coefficients) -> combination(t, coefficients);
    };
  }

  private static long contraction(Tensor t, Form form) {
    var loop = LabelLoop.of(t, form);
    long terms = 1;
    boolean summed = false;
    for (int k = 0; k < loop.extents().length; k++) {
      terms = Math.multiplyExact(terms, loop.extents()[k]);
      summed |= loop.result()[k] == 0 && loop.extents()[k] > 1;
    }
    int forEachTerm = (form.operands().size() > 1 ? 1 : 0) + (summed ? 1 : 0);
    return Math.multiplyExact(terms, forEachTerm) + (isSign(form.coefficient()) ? 0 : t.shape().size());
  }

  private static long combination(Tensor t, List<Double> coefficients) {
    long added = 0;
    long multiplied = 0;
    for (int k = 0; k < coefficients.size(); k++) {
      long numbers = withoutPadding(t.operands().get(k)).shape().size();
      added += numbers;
      multiplied += isSign(coefficients.get(k)) ? 0 : numbers;
    }
    return Math.max(0, added - t.shape().size()) + multiplied;
  }

  private static boolean isSign(double coefficient) {
    return Math.abs(coefficient) == 1;
  }

  private static Tensor withoutPadding(Tensor t) {
    return t.op() instanceof Op.Pad ? withoutPadding(t.operands().getFirst()) : t;
  }
}
