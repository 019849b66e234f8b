package io.noether.nn.training;

import java.util.OptionalDouble;

/**
 * Where a run is after a step.
 *
 * @param epoch current epoch, from 1
 * @param step steps done in this epoch
 * @param stepsPerEpoch steps that an epoch takes
 * @param learningRate the step's learning rate
 * @param loss mean training loss of this epoch so far, dimensionless
 * @param structuresPerSecond structures trained on per second of this session
 * @param elapsed training time so far, sessions before a resume included, s
 * @param fraction share of the budget (epochs or time, whichever ends first) that is used up, 0..1
 * @param remaining estimated time until the budget is used up, s; empty until there is something to estimate from
 */
public record Progress(int epoch, int step, int stepsPerEpoch, double learningRate, double loss,
    double structuresPerSecond, double elapsed, double fraction, OptionalDouble remaining) {}
