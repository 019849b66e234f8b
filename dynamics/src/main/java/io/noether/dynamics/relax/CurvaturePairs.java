package io.noether.dynamics.relax;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What the latest steps have shown of the curvature: pairs of a step s and the change of the gradient y along it. With an
 * inverse Hessian to begin with they make a better one, which is never written out (J. Nocedal, Math. Comput. 35, 773
 * (1980)).
 */
final class CurvaturePairs {
  /** Below this cosine of s and y a step has seen rounding errors, or a curvature that is negative. */
  private static final double LEAST_COSINE = 1e-8;

  private record Pair(double[] s, double[] y, double sy) {}

  private final int most;
  private final List<Pair> pairs = new ArrayList<>();

  /** @param most pairs kept */
  CurvaturePairs(int most) {
    this.most = most;
  }

  boolean isEmpty() {
    return pairs.isEmpty();
  }

  void clear() {
    pairs.clear();
  }

  /** Takes a pair, unless the curvature it shows is not positive: the inverse Hessian must stay positive definite. */
  void add(double[] s, double[] y) {
    double sy = Vector.dot(s, y);
    if (sy > LEAST_COSINE * Vector.length(s) * Vector.length(y)) {
      if (pairs.size() == most) {
        pairs.removeFirst();
      }
      pairs.add(new Pair(s, y, sy));
    }
  }

  /** s·y / y·H₀y of the latest pair: by how much the curvature it saw is smaller than H₀ says. 1 without pairs. */
  double scale(UnaryOperator<double[]> inverse) {
    if (pairs.isEmpty()) {
      return 1;
    }
    Pair last = pairs.getLast();
    return last.sy / Vector.dot(last.y, inverse.apply(last.y));
  }

  /**
   * The inverse Hessian times a vector: the two loops of Nocedal's algorithm.
   *
   * @param inverse an inverse Hessian to begin with, symmetric and positive definite
   */
  double[] apply(double[] vector, UnaryOperator<double[]> inverse) {
    double[] q = vector.clone();
    double[] a = new double[pairs.size()];
    for (int k = pairs.size() - 1; k >= 0; k--) {
      Pair p = pairs.get(k);
      a[k] = Vector.dot(p.s, q) / p.sy;
      Vector.add(q, -a[k], p.y);
    }
    double[] r = inverse.apply(q);
    for (int k = 0; k < pairs.size(); k++) {
      Pair p = pairs.get(k);
      Vector.add(r, a[k] - Vector.dot(p.y, r) / p.sy, p.s);
    }
    return r;
  }
}
