package io.noether.autodiff;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A second, independent evaluator that also follows how far rounding can carry each number, so that a tolerance is
 * computed and not guessed. First-order running error analysis (Higham, Accuracy and Stability of Numerical Algorithms,
 * 2nd ed., section 3.3): errors are in units of the rounding unit, a sum of n terms may be added in any order.
 */
final class Bounds {
  /** Allowed error of a scalar function, in units of the rounding unit of its result. */
  private static final double FUNCTION = 8;

  /** Numbers of one tensor and how uncertain each is. */
  record Field(double[] value, double[] error) {
    Field(int count) {
      this(new double[count], new double[count]);
    }
  }

  private final Binding binding;
  private final double unit;
  private final Map<Tensor, Field> fields = new HashMap<>();

  private Bounds(Binding binding, double unit) {
    this.binding = binding;
    this.unit = unit;
  }

  /** Evaluates what the outputs need. */
  static Map<Tensor, Field> of(List<Tensor> outputs, Binding binding, Precision precision) {
    var bounds = new Bounds(binding, unit(precision));
    for (Tensor t : Graph.reachable(outputs)) {
      bounds.fields.put(t, bounds.evaluate(t, t.operands().stream().map(bounds.fields::get).toList()));
    }
    return bounds.fields;
  }

  /** Half the distance from 1 to the next number. */
  static double unit(Precision precision) {
    return precision == Precision.FLOAT32 ? 0x1p-24 : 0x1p-53;
  }

  private Field evaluate(Tensor t, List<Field> x) {
    var y = new Field(binding.count(t));
    int width = t.shape().size();
    switch (t.op()) {
      case Op.Input _, Op.Parameter _ -> leaf(binding.values().get(t), y);
      case Op.Constant(var numbers) -> leaf(numbers.stream().mapToDouble(Double::doubleValue).toArray(), y);
      case Op.Apply(var f) -> {
        for (int n = 0; n < y.value.length; n++) {
          apply(f, x.getFirst().value[n], x.getFirst().error[n], y, n);
        }
      }
      case Op.Contract(var form) -> contract(t, form, x, y);
      case Op.Combine(var c) -> {
        for (int k = 0; k < c.size(); k++) {
          for (int n = 0; n < y.value.length; n++) {
            y.value[n] += c.get(k) * x.get(k).value[n];
            y.error[n] += Math.abs(c.get(k)) * (x.get(k).error[n] + growth(c.size()) * Math.abs(x.get(k).value[n]));
          }
        }
      }
      case Op.Gather(var index) -> {
        for (int n = 0; n < y.value.length; n++) {
          int from = row(index, n / width) * width + n % width;
          y.value[n] = x.getFirst().value[from];
          y.error[n] = x.getFirst().error[from];
        }
      }
      case Op.Sum(var index) -> {
        double[] terms = new double[y.value.length];
        for (int n = 0; n < x.getFirst().value.length; n++) {
          terms[row(index, n / width) * width + n % width]++;
        }
        for (int n = 0; n < x.getFirst().value.length; n++) {
          int to = row(index, n / width) * width + n % width;
          y.value[to] += x.getFirst().value[n];
          y.error[to] += x.getFirst().error[n] + growth(terms[to]) * Math.abs(x.getFirst().value[n]);
        }
      }
      case Op.Slice(int axis, int from, int _) ->
        block(t.operands().getFirst().shape(), axis, from, t.shape(), x.getFirst(), y, true);
      case Op.Pad(int axis, int from, int _) ->
        block(t.shape(), axis, from, t.operands().getFirst().shape(), y, x.getFirst(), false);
      case Op.Reshape _ -> {
        return x.getFirst();
      }
    }
    return y;
  }

  private static void leaf(double[] numbers, Field y) {
    System.arraycopy(numbers, 0, y.value, 0, numbers.length);
    Arrays.setAll(y.error, n -> Math.abs(numbers[n]));
  }

  private void apply(Function f, double x, double error, Field y, int n) {
    double value = f.apply(x);
    double slope = switch (f) {
      case EXP -> value;
      case LOG -> 1 / x;
      case SIN -> Math.cos(x);
      case COS -> Math.sin(x);
      case SQRT -> 0.5 / value;
      case RECIPROCAL -> value * value;
      case SIGMOID -> value * (1 - value);
      case SOFTPLUS -> Function.SIGMOID.apply(x);
      case TANH -> 1 - value * value;
      case STEP -> error > 0 && Math.abs(x) <= unit * error ? 1 / (unit * error) : 0;
    };
    y.value[n] = value;
    y.error[n] = Math.abs(slope) * error + FUNCTION * Math.abs(value) + 1e-30 / unit;
  }

  private void contract(Tensor t, Form form, List<Field> x, Field y) {
    Map<Character, Integer> place = new HashMap<>();
    int[] extents = new int[26];
    label(form.result(), t.shape(), place, extents);
    for (int k = 0; k < x.size(); k++) {
      label(form.operands().get(k), t.operands().get(k).shape(), place, extents);
    }
    long loops = 1;
    long results = 1;
    for (var e : place.entrySet()) {
      loops *= extents[e.getValue()];
      results *= form.result().indexOf(e.getKey()) < 0 ? 1 : extents[e.getValue()];
    }
    double growth = growth((double) loops / results);
    int width = t.shape().size();
    int[] at = new int[place.size()];
    for (long step = 0; step < loops; step++) {
      long rest = step;
      for (int k = 0; k < at.length; k++) {
        at[k] = (int) (rest % extents[k]);
        rest /= extents[k];
      }
      int out = offset(form.result(), t.shape(), place, at);
      int[] in = new int[x.size()];
      for (int k = 0; k < in.length; k++) {
        in[k] = offset(form.operands().get(k), t.operands().get(k).shape(), place, at);
      }
      for (int r = 0; r < binding.sizes().get(t.space()); r++) {
        double product = form.coefficient();
        double slack = 0;
        for (int k = 0; k < in.length; k++) {
          int n = r * t.operands().get(k).shape().size() + in[k];
          slack = slack * Math.abs(x.get(k).value[n]) + Math.abs(product) * x.get(k).error[n];
          product *= x.get(k).value[n];
        }
        y.value[r * width + out] += product;
        y.error[r * width + out] += slack + growth * Math.abs(product);
      }
    }
  }

  private static void label(String labels, Shape shape, Map<Character, Integer> place, int[] extents) {
    for (int axis = 0; axis < labels.length(); axis++) {
      extents[place.computeIfAbsent(labels.charAt(axis), _ -> place.size())] = shape.dim(axis);
    }
  }

  private static int offset(String labels, Shape shape, Map<Character, Integer> place, int[] at) {
    int offset = 0;
    for (int axis = 0; axis < labels.length(); axis++) {
      offset = offset * shape.dim(axis) + at[place.get(labels.charAt(axis))];
    }
    return offset;
  }

  private static void block(Shape whole, int axis, int from, Shape part, Field all, Field some, boolean toPart) {
    int inner = 1;
    for (int k = axis + 1; k < whole.rank(); k++) {
      inner *= whole.dim(k);
    }
    int length = part.dim(axis);
    for (int n = 0; n < some.value.length; n++) {
      int block = n / (length * inner);
      int m = block * whole.dim(axis) * inner + from * inner + n % (length * inner);
      (toPart ? some : all).value[toPart ? n : m] = (toPart ? all : some).value[toPart ? m : n];
      (toPart ? some : all).error[toPart ? n : m] = (toPart ? all : some).error[toPart ? m : n];
    }
  }

  private int row(Index index, int row) {
    return index.to().isPoint() ? 0 : binding.maps().get(index)[row];
  }

  /** Rounding errors of a long sum partly cancel. */
  private static double growth(double terms) {
    return 2 + Math.min(terms, 4 * Math.sqrt(terms));
  }
}
