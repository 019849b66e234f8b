package io.noether.autodiff;

/** Two tensors that do not fit together, found when the model is built; the message names both and the source line. */
public final class ShapeException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  /** @param message the tensors, their spaces and shapes, and where the model asked for it */
  public ShapeException(String message) {
    super(message);
  }
}
