package io.noether.autodiff.optim;

/** Why a descent ended. */
public enum Ending {
  /** All epochs asked for are done. */
  EPOCHS,
  /** All steps asked for are done. */
  STEPS,
  /** The time limit is reached. */
  TIME_LIMIT,
  /** Validation has not improved for as many epochs as the budget allows. */
  EARLY_STOPPING,
  /** {@link Descent#requestStop()}: a descent that is restored from its state goes on as if never interrupted. */
  STOP_REQUESTED
}
