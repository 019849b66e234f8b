package io.noether.autodiff.optim;

import java.util.OptionalDouble;

/**
 * Where a descent is after a step.
 *
 * @param epoch current epoch, from 1
 * @param step steps done in this epoch
 * @param stepsPerEpoch steps that an epoch takes
 * @param steps steps done in all epochs
 * @param learningRate the step's learning rate
 * @param loss mean loss of this epoch so far
 * @param examplesPerSecond examples seen per second of this session
 * @param elapsed training time so far, sessions before a resume included, s
 * @param fraction share of the budget (epochs, steps or time, whichever ends first) that is used up, 0..1
 * @param remaining estimated time until the budget is used up, s; empty until there is something to estimate from
 */
public record Progress(int epoch, int step, int stepsPerEpoch, long steps, double learningRate, double loss,
    double examplesPerSecond, double elapsed, double fraction, OptionalDouble remaining) {}
