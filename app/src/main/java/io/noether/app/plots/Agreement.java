package io.noether.app.plots;

import io.noether.nn.training.errors.Errors;

/**
 * How well predictions agree with labels: what tables and pictures are made of.
 *
 * @param errors of all structures
 * @param energies pairs of energies, eV/atom
 * @param forces pairs of components of forces, eV/Å
 */
public record Agreement(Errors errors, Parity energies, Parity forces) {}
