package io.noether.dynamics.relax;

/**
 * A relaxation that has ended.
 *
 * @param outcome how
 * @param first the start
 * @param last where it ended; the lowest energy found, except by {@link Algorithm#FIRE}
 */
public record Relaxed(Outcome outcome, RelaxationStep first, RelaxationStep last) {
  /** Whether forces, and the stress if the cell was relaxed, are as small as asked for. */
  public boolean converged() {
    return outcome == Outcome.CONVERGED;
  }
}
