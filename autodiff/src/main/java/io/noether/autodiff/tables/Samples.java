package io.noether.autodiff.tables;

import io.noether.autodiff.Tensor;

/** Values and derivatives of one function on an equally spaced grid, which can be made twice as fine. */
final class Samples {
  private final String name;
  private final int width;
  /** For each point the values, then the derivatives. */
  private double[] rows;

  Samples(Tensor function, int points) {
    name = function.name();
    width = function.shape().size();
    rows = new double[2 * width * points];
  }

  /** Sets a point's values and derivatives from row {@code from} of the given ones. */
  void put(int point, double[] values, double[] slopes, int from) {
    System.arraycopy(values, from * width, rows, 2 * width * point, width);
    System.arraycopy(slopes, from * width, rows, 2 * width * point + width, width);
  }

  /** Makes room for a point between any two neighbours. */
  void refine() {
    int points = rows.length / (2 * width);
    double[] finer = new double[2 * width * (2 * points - 1)];
    for (int k = 0; k < points; k++) {
      System.arraycopy(rows, 2 * width * k, finer, 4 * width * k, 2 * width);
    }
    rows = finer;
  }

  /**
   * How far the table made of every second point is from the points between.
   *
   * <p>Between those, it is compared with the table of all points, which is 16 times closer to the function. On half an
   * interval their difference is a cubic that vanishes at the knot with its slope, so it follows from its value e and
   * slope s at the other end: halfway it is e/2 ± hs/16, and its slope ±3e/h - s/4, with h the interval.
   *
   * @param h spacing of the table's knots
   */
  TableReport.Accuracy compare(double h) {
    double largest = 0;
    double error = 0;
    double largestSlope = 0;
    double slopeError = 0;
    int knot = 2 * width;
    for (int from = 0; from + 2 * knot < rows.length; from += 2 * knot) {
      for (int n = from; n < from + width; n++) {
        double lower = rows[n];
        double lowerSlope = rows[n + width];
        double middle = rows[n + knot];
        double middleSlope = rows[n + knot + width];
        double upper = rows[n + 2 * knot];
        double upperSlope = rows[n + 2 * knot + width];
        double e = Math.abs((lower + upper) / 2 + (lowerSlope - upperSlope) * h / 8 - middle);
        double s = Math.abs(1.5 * (upper - lower) / h - (lowerSlope + upperSlope) / 4 - middleSlope);
        largest = Math.max(largest, Math.abs(middle));
        error = Math.max(error, Math.max(e, e / 2 + h * s / 16)); // NaN stays
        largestSlope = Math.max(largestSlope, Math.abs(middleSlope));
        slopeError = Math.max(slopeError, Math.max(s, 3 * e / h + s / 4));
      }
    }
    return new TableReport.Accuracy(name, width, largest, error, largestSlope, slopeError);
  }

  /**
   * For each two steps, the coefficients of the cubic in t = 0 … 1 that has the values and slopes of both ends (Hermite
   * interpolation), of t^0 first; and a row of zeros.
   *
   * @param h length of two steps
   */
  double[] table(double h) {
    int intervals = rows.length / (4 * width);
    double[] table = new double[4 * width * (intervals + 1)];
    for (int from = 0; from < 4 * width * intervals; from += 4 * width) {
      for (int n = from; n < from + width; n++) {
        double lower = rows[n];
        double lowerSlope = h * rows[n + width];
        double rise = rows[n + 4 * width] - lower;
        double upperSlope = h * rows[n + 5 * width];
        table[n] = lower;
        table[n + width] = lowerSlope;
        table[n + 2 * width] = 3 * rise - 2 * lowerSlope - upperSlope;
        table[n + 3 * width] = lowerSlope + upperSlope - 2 * rise;
      }
    }
    return table;
  }
}
