package io.noether.autodiff.optim;

/** Training went wrong for good: the loss is no finite number any more. The message is one line for the user. */
public final class DivergedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** @param message one line: at which step, and what to try */
  public DivergedException(String message) {
    super(message);
  }
}
