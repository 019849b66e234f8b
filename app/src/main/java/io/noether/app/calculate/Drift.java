package io.noether.app.calculate;

/** The slope of the straight line that fits numbers at some times best (least squares). */
final class Drift {
  private long count;
  private double meanTime;
  private double meanValue;
  private double timeSquares;
  private double products;

  void add(double time, double value) {
    count++;
    double t = time - meanTime;
    double v = value - meanValue;
    meanTime += t / count;
    meanValue += v / count;
    timeSquares += t * (time - meanTime);
    products += t * (value - meanValue);
  }

  /** Change of the value per unit of time; 0 as long as there are less than two times. */
  double slope() {
    return timeSquares == 0 ? 0 : products / timeSquares;
  }
}
