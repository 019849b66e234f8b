package io.noether.dynamics.relax;

/**
 * A relaxation that has ended.
 *
 * @param outcome how it ended
 * @param first the state at the start
 * @param last the state at the end; the lowest energy found, except by {@link Algorithm#FIRE}
 */
public record Relaxed(Outcome outcome, RelaxationStep first, RelaxationStep last) {
  /** Returns whether forces, and the stress if the cell was relaxed, are as small as asked for. */
  public boolean converged() {
    return outcome == Outcome.CONVERGED;
  }
}
