package io.noether.dynamics.md;

import io.noether.core.Structure;

/**
 * All that decides how a run goes on, besides its settings.
 *
 * @param step how many steps were made
 * @param degrees of freedom that the temperature counts
 * @param exchanged energy that thermostat and barostat have put in, eV
 * @param structure with energy, forces and, in a cell that needs it, stress as labels
 * @param velocities Å/fs, three for each atom; not copied
 */
public record MdState(long step, int degrees, double exchanged, Structure structure, double[] velocities) {}
