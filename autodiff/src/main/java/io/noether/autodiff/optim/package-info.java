/**
 * Minimising a function of many numbers by gradient descent. It knows neither atoms nor files.
 *
 * <p>An {@link io.noether.autodiff.optim.Objective} says what the loss of a batch is and what its gradient is; most
 * objectives bind a batch to a program and let a {@link io.noether.autodiff.optim.LossGradient} do the rest. A {@link
 * io.noether.autodiff.optim.Descent} takes the steps: AdamW, a learning-rate schedule, a moving average of the weights, a
 * budget, validation. Its whole state is a value, {@link io.noether.autodiff.optim.DescentState}; a descent that goes on
 * from a saved state gives the same bits as one that was never stopped.
 */
@NullMarked
package io.noether.autodiff.optim;

import org.jspecify.annotations.NullMarked;
