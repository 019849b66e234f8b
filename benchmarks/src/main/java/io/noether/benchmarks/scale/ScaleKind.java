package io.noether.benchmarks.scale;

/** What is done with a crystal. */
public enum ScaleKind {
  /** {@code Potential.predict}: energy and forces, from finding the neighbours to the arrays handed out. */
  PREDICT,
  /** Loss, gradient and optimiser step; neighbours are known. */
  TRAIN;

  @Override
  public String toString() {
    return switch (this) {
      case PREDICT -> "predict";
      case TRAIN -> "train";
    };
  }
}
