package io.noether.benchmarks.scale;

/** What is done with a crystal. */
public enum ScaleKind {
  /** A call of {@code Potential.predict}: energy and forces, the search for neighbours included. */
  PREDICT,
  /** A training step: loss, gradient and optimiser, with known neighbours. */
  TRAIN;

  @Override
  public String toString() {
    return switch (this) {
      case PREDICT -> "predict";
      case TRAIN -> "train";
    };
  }
}
