package io.noether.dynamics.md;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What decides the path that a system takes from its start.
 *
 * @param timestep fs
 * @param temperature of the initial velocities and of the thermostat, K
 * @param ensemble what is kept constant
 * @param fixed atoms that do not move, counted from 0
 * @param seed of initial velocities and noise
 * @param limits where to stop
 */
public record MdSettings(double timestep, double temperature, Ensemble ensemble, Set<Integer> fixed, long seed,
    Limits limits) {
  /** Checks the ranges. @throws IllegalArgumentException naming what is out of range */
  public MdSettings {
    Ensemble.positive("timestep", timestep, "fs");
    if (!(temperature >= 0 && temperature < Double.POSITIVE_INFINITY)
        || temperature == 0 && !(ensemble instanceof Nve)) {
      throw new IllegalArgumentException("the temperature must be positive, not " + temperature + " K");
    }
    if (ensemble instanceof Npt && !fixed.isEmpty()) {
      throw new IllegalArgumentException("atoms cannot be fixed in a cell that changes; use constant volume");
    }
    fixed = Collections.unmodifiableSet(new TreeSet<>(fixed));
  }

  /** Settings without fixed atoms and with the usual limits. */
  public MdSettings(double timestep, double temperature, Ensemble ensemble, long seed) {
    this(timestep, temperature, ensemble, Set.of(), seed, Limits.DEFAULT);
  }

  /** Returns these settings with other fixed atoms, counted from 0. */
  public MdSettings withFixed(Set<Integer> atoms) {
    return new MdSettings(timestep, temperature, ensemble, atoms, seed, limits);
  }

  /** All that must be the same when a run goes on, by name. Limits may change. */
  Map<String, String> texts() {
    var texts = new LinkedHashMap<String, String>();
    texts.put("timestep", timestep + " fs");
    texts.put("temperature", temperature + " K");
    texts.put("ensemble", ensemble.toString());
    texts.put("fixed atoms", fixed.toString());
    texts.put("seed", Long.toString(seed));
    return texts;
  }
}
