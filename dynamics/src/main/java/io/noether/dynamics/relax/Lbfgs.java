package io.noether.dynamics.relax;

import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * L-BFGS (D. C. Liu and J. Nocedal, Math. Program. 45, 503 (1989)) with {@link SpringPreconditioner} as the Hessian to begin with. A
 * step is taken in full if the energy falls enough, and is shortened otherwise; where the fall of the energy drowns in
 * rounding errors, the slope at the end decides (W. W. Hager and H. Zhang, SIAM J. Optim. 16, 170 (2005)).
 */
final class Lbfgs implements Minimiser {
  private static final int PAIRS = 50;
  private static final double LONGEST_MOVE = 0.25; // Å, of an atom
  private static final double LARGEST_STRAIN = 0.05;
  private static final double SUFFICIENT = 1e-4; // of the fall that the slope promises
  private static final double ENERGY_NOISE = 1e-6; // eV/atom, generous for float32
  private static final double LEAST_SHORTENING = 0.5;
  private static final double MOST_SHORTENING = 0.1;
  private static final int TRIALS = 12;

  private final RelaxationObjective objective;
  private final CurvaturePairs pairs = new CurvaturePairs(PAIRS);

  Lbfgs(RelaxationObjective objective) {
    this.objective = objective;
  }

  @Override
  public Optional<Point> next(Point point) {
    var springs = new SpringPreconditioner(point, objective.coordinates());
    Optional<Point> next = search(point, direction(point, springs));
    if (next.isEmpty() && !pairs.isEmpty()) {
      pairs.clear();
      next = search(point, direction(point, springs));
    }
    next.ifPresent(p -> pairs.add(Vector.sum(p.x(), -1, point.x()), Vector.sum(p.gradient(), -1, point.gradient())));
    return next;
  }

  @Override
  public Outcome failure() {
    return Outcome.STALLED;
  }

  private double[] direction(Point point, SpringPreconditioner springs) {
    double scale = pairs.scale(springs::solve);
    UnaryOperator<double[]> inverse = v -> Vector.scaled(scale, springs.solve(v));
    double[] direction = Vector.scaled(-1, pairs.apply(point.gradient(), inverse));
    objective.coordinates().project(direction); // rounding errors
    return direction;
  }

  /** The full step, within limits, or a shorter one that goes down. */
  private Optional<Point> search(Point from, double[] direction) {
    double slope = Vector.dot(from.gradient(), direction);
    double size = objective.coordinates().size(from.x(), direction, LARGEST_STRAIN / LONGEST_MOVE);
    double t = Math.min(1, LONGEST_MOVE / size);
    double noise = ENERGY_NOISE * from.structure().size();
    boolean drowned = -t * slope <= 10 * noise;
    for (int trial = 0; trial < TRIALS && slope < 0; trial++) {
      Optional<Point> to = objective.tryAt(Vector.sum(from.x(), t, direction));
      double promised = t * slope;
      double change = to.map(Point::value).orElse(Double.POSITIVE_INFINITY) - from.value();
      if (change <= SUFFICIENT * promised || drowned && change <= noise && isNotSteep(to, direction, slope)) {
        return to;
      }
      t *= Double.isInfinite(change) ? MOST_SHORTENING : shortening(change, promised);
    }
    return Optional.empty();
  }

  /** Whether the slope is less steep upwards than it was downwards, so that a parabola would be lower here. */
  private static boolean isNotSteep(Optional<Point> to, double[] direction, double slope) {
    return to.map(p -> Vector.dot(p.gradient(), direction) <= (1 - 2 * SUFFICIENT) * -slope).orElse(false);
  }

  /** To the minimum of the parabola through both values with the slope at the start, within limits. */
  private static double shortening(double change, double promised) {
    double minimum = -promised / (2 * (change - promised));
    return Math.clamp(minimum, MOST_SHORTENING, LEAST_SHORTENING);
  }
}
