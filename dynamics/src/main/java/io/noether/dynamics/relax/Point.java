package io.noether.dynamics.relax;

import io.noether.core.Prediction;
import io.noether.core.Structure;

/**
 * A value of the objective with all that was computed for it.
 *
 * @param x coordinates
 * @param structure the same as atoms
 * @param prediction of the potential
 * @param value energy or enthalpy, eV
 * @param gradient of the value with respect to x
 * @param maxForce the largest force on an atom that may move, eV/Å
 * @param maxStress the longest row of σ + p·1, eV/Å³; 0 if the cell is fixed
 */
record Point(double[] x, Structure structure, Prediction prediction, double value, double[] gradient, double maxForce,
    double maxStress) {}
