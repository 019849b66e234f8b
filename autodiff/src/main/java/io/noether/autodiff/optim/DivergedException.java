package io.noether.autodiff.optim;

/**
 * Training went wrong for good: gradients were no finite numbers in many steps in a row. The message is one line for the
 * user.
 */
public final class DivergedException extends RuntimeException {
  private static final long serialVersionUID = 1;

  /** @param message one line: at which step, and what to try */
  public DivergedException(String message) {
    super(message);
  }
}
