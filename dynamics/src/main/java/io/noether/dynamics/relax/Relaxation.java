package io.noether.dynamics.relax;

import io.noether.core.InputException;
import io.noether.core.Potential;
import io.noether.core.Structure;
import java.util.Optional;
import java.util.Set;

/**
 * A search for a minimum of the energy, or with a cell under pressure of the enthalpy E + pV.
 *
 * @param algorithm how the minimum is searched for
 * @param maxForce the search ends when no atom that may move feels more than this, eV/Å, positive
 * @param maxSteps the search ends after so many steps in any case, 0 or more
 * @param cell whether the cell is relaxed too, and how
 * @param fixed atoms that stay where they are, counted from 0; when the cell changes, in fractions of it
 */
public record Relaxation(Algorithm algorithm, double maxForce, int maxSteps, Optional<CellRelaxation> cell,
    Set<Integer> fixed) {
  /** Relaxes atoms alone, by L-BFGS, until forces are 0.01 eV/Å, in at most 1000 steps. */
  public static final Relaxation DEFAULT = new Relaxation(Algorithm.LBFGS, 0.01, 1000, Optional.empty(), Set.of());

  /** Forces beyond this, eV/Å, that were not there at the start, are no material's. */
  private static final double EXPLODED = 1000;

  /** Checks the ranges. @throws IllegalArgumentException if a number is out of range */
  public Relaxation {
    if (!(maxForce > 0) || maxSteps < 0) {
      throw new IllegalArgumentException("forces of at most " + maxForce + " after at most " + maxSteps + " steps");
    }
    fixed = Set.copyOf(fixed);
  }

  /** Returns this relaxation with another algorithm. */
  public Relaxation withAlgorithm(Algorithm other) {
    return new Relaxation(other, maxForce, maxSteps, cell, fixed);
  }

  /** Returns this relaxation with another largest force at its end, eV/Å. */
  public Relaxation withMaxForce(double force) {
    return new Relaxation(algorithm, force, maxSteps, cell, fixed);
  }

  /** Returns this relaxation with another limit of steps. */
  public Relaxation withMaxSteps(int steps) {
    return new Relaxation(algorithm, maxForce, steps, cell, fixed);
  }

  /** Returns this relaxation with the cell relaxed too. */
  public Relaxation withCell(CellRelaxation how) {
    return new Relaxation(algorithm, maxForce, maxSteps, Optional.of(how), fixed);
  }

  /** Returns this relaxation with other atoms that stay where they are, counted from 0. */
  public Relaxation withFixed(Set<Integer> atoms) {
    return new Relaxation(algorithm, maxForce, maxSteps, cell, atoms);
  }

  /**
   * Relaxes a structure.
   *
   * @throws InputException if the potential does not know an element, the structure has no such atoms to fix, the cell is
   *     to be relaxed but does not repeat in all directions, or energy and forces are not finite to begin with
   */
  public Relaxed run(Potential potential, Structure structure, RelaxationListener listener) {
    var objective = new RelaxationObjective(potential, new Coordinates(structure, cell.isPresent(), fixed),
        cell.map(CellRelaxation::pressure).orElse(0.0));
    Point point = objective.start();
    var first = RelaxationStep.of(0, objective.calls(), point);
    var last = first;
    listener.stepped(first);
    Minimiser minimiser = algorithm.newMinimiser(objective);
    while (true) {
      if (isConverged(point)) {
        return new Relaxed(Outcome.CONVERGED, first, last);
      } else if (point.maxForce() > Math.max(EXPLODED, 10 * first.maxForce())) {
        return new Relaxed(Outcome.EXPLODED, first, last);
      } else if (listener.stopRequested()) {
        return new Relaxed(Outcome.STOPPED, first, last);
      } else if (last.step() == maxSteps) {
        return new Relaxed(Outcome.STEP_LIMIT, first, last);
      }
      Optional<Point> next = minimiser.next(point);
      if (next.isEmpty()) {
        return new Relaxed(minimiser.failure(), first, last);
      }
      point = next.get();
      last = RelaxationStep.of(last.step() + 1, objective.calls(), point);
      listener.stepped(last);
    }
  }

  private boolean isConverged(Point p) {
    return p.maxForce() <= maxForce && cell.map(c -> p.maxStress() <= stressLimit(c, p.structure())).orElse(true);
  }

  /** How far the stress of a structure may be from the pressure, eV/Å³. */
  double stressLimit(CellRelaxation c, Structure structure) {
    return c.maxStress().orElse(maxForce * structure.size() / structure.cell().volume());
  }
}
