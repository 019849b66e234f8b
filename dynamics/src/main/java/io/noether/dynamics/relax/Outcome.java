package io.noether.dynamics.relax;

/** How a relaxation ended. */
public enum Outcome {
  /** Forces, and the stress if the cell was relaxed, are as small as asked for. */
  CONVERGED("converged"),
  /** As many steps as were allowed are done. */
  STEP_LIMIT("not converged after the last step that was allowed; allow more steps, or go on from here"),
  /** No step in the direction of the forces lowers the energy: forces are as small as rounding lets them become. */
  STALLED("no step lowers the energy any more: the forces left are rounding errors, or not the energy's derivative; "
      + "compute in float64, or ask for less"),
  /** The energy falls without bound, or is not a number: atoms are where the potential was never trained. */
  EXPLODED(
      "forces explode: the atoms came to where the potential was not trained; start from another structure, or use "
          + "another potential"),
  /** Somebody asked for an end. */
  STOPPED("stopped");

  private final String reason;

  Outcome(String reason) {
    this.reason = reason;
  }

  /** Returns the outcome in words, and what may be done about it. */
  public String reason() {
    return reason;
  }
}
