package io.noether.dynamics.relax;

import java.util.Optional;

/** An algorithm on its way down. */
sealed interface Minimiser permits Lbfgs, Fire {
  /** The place after one step from where the last one led; nothing if no step is possible. */
  Optional<Point> next(Point point);

  /** Why no step was possible. */
  Outcome failure();
}
