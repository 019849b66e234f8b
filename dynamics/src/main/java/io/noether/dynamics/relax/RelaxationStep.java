package io.noether.dynamics.relax;

import io.noether.core.Prediction;
import io.noether.core.Structure;

/**
 * The state of a relaxation after a step.
 *
 * @param step steps done, 0 at the start
 * @param forceCalls times the potential was asked so far; more than steps + 1 where it was asked in vain
 * @param structure the atoms, without labels
 * @param prediction of the potential for it
 * @param maxForce the largest force on an atom that may move, eV/Å
 * @param maxStress the longest row of σ + p·1, eV/Å³; 0 if the cell is not relaxed
 */
public record RelaxationStep(int step, int forceCalls, Structure structure, Prediction prediction, double maxForce,
    double maxStress) {
  static RelaxationStep of(int step, int forceCalls, Point p) {
    return new RelaxationStep(step, forceCalls, p.structure(), p.prediction(), p.maxForce(), p.maxStress());
  }
}
