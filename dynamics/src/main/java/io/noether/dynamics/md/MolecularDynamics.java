package io.noether.dynamics.md;

import io.noether.core.Column;
import io.noether.core.Field;
import io.noether.core.InputException;
import io.noether.core.Potential;
import io.noether.core.Prediction;
import io.noether.core.Seeds;
import io.noether.core.Structure;
import io.noether.core.Units;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;

/**
 * Atoms moving by Newton's equations on a potential, in double precision whatever the potential computes in. The same
 * start, settings and potential give the same bits, also when continued from {@link #state}. For one thread.
 */
public final class MolecularDynamics {
  /** A cell that would change by more in one go is not followed. */
  private static final double LARGEST_RESCALING = 0.1;

  private final Potential potential;
  private final MdSettings settings;
  private final Particles particles;
  private final int degrees;
  private final double kT;

  private long step;
  private double exchanged;
  private Prediction now;

  private MolecularDynamics(Potential potential, MdSettings settings, MdState state) {
    this.potential = potential;
    this.settings = settings;
    particles = new Particles(state.structure(), settings.fixed(), state.velocities().clone());
    kT = Units.BOLTZMANN * settings.temperature();
    degrees = state.degrees();
    step = state.step();
    exchanged = state.exchanged();
    var labels = state.structure().labels();
    if (labels.energy().isEmpty() || labels.forces().isEmpty()) {
      throw new IllegalArgumentException("a state has energy and forces");
    }
    now = new Prediction(labels.energy().getAsDouble(), labels.forces().get(), Optional.empty(), labels.stress());
  }

  /**
   * Atoms at the start of a run. Velocities are those of the structure's column {@code momenta} (√(eV·amu)) or
   * {@code velocities} (Å/fs), if it has one and not all are zero. Otherwise they are drawn from the Maxwell-Boltzmann
   * distribution and scaled to exactly the temperature asked for. In both cases total momentum and, of a structure that
   * does not repeat, angular momentum are taken out first, unless atoms are fixed.
   *
   * @throws InputException if the structure does not fit the settings or the potential
   * @throws ExplosionException if the forces are beyond limits to begin with
   */
  public static MolecularDynamics start(Potential potential, Structure structure, MdSettings settings) {
    return new MolecularDynamics(potential, settings, MdStart.state(potential, structure, settings));
  }

  /** Continues from a state, which must have been reached with the same potential and settings. */
  public static MolecularDynamics resume(Potential potential, MdState state, MdSettings settings) {
    return new MolecularDynamics(potential, settings, state);
  }

  /**
   * Makes one step: B half a kick, A a drift, O friction and noise, T velocity rescaling, P a change of the cell.
   *
   * @throws ExplosionException if a force, a move or the temperature is beyond limits
   */
  public void step() {
    double dt = settings.timestep();
    step++;
    particles.kick(now.forces(), dt / 2); // B
    settings.limits().checkMoves(particles, dt, step);
    if (settings.ensemble() instanceof Langevin langevin) {
      particles.drift(dt / 2); // A
      exchanged += langevin.exchange(particles, kT, dt, noise()); // O
      particles.drift(dt / 2); // A
    } else {
      particles.drift(dt); // A
    }
    compute();
    particles.kick(now.forces(), dt / 2); // B
    switch (settings.ensemble()) {
      case Nve _, Langevin _ -> {}
      case Bussi bussi -> exchanged += bussi.exchange(particles, degrees, kT, dt, noise()); // T
      case Npt npt -> {
        var noise = noise();
        exchanged += npt.thermostat().exchange(particles, degrees, kT, dt, noise); // T
        if (step % npt.every() == 0) {
          rescaleCell(npt, noise); // P
        }
      }
    }
    settings.limits().checkTemperature(temperature(), step);
  }

  private RandomGenerator noise() {
    return Seeds.generator(settings.seed(), step);
  }

  private void rescaleCell(Npt npt, RandomGenerator noise) {
    var rescaling = new CellRescaling(npt, kT, particles.size() - degrees / 3.0, npt.every() * settings.timestep());
    double before = energy();
    double shadowBefore = shadowEnergy();
    double from = Math.sqrt(particles.cell().volume());
    double slopeBefore = rescaling.slope(from, pressure().orElseThrow());
    double to = rescaling.next(from, slopeBefore, noise);
    double factor = Math.cbrt(to / from * (to / from));
    if (!(to > 0 && Math.abs(factor - 1) <= LARGEST_RESCALING)) {
      throw new ExplosionException(step,
          "the pressure of " + "%.4g".formatted(pressure().orElseThrow() * Units.GPA_PER_EV_A3)
              + " GPa would scale the cell by more than a tenth at once",
          "a longer time constant of the barostat");
    }
    particles.scaleCell(factor);
    compute();
    double slopeAfter = rescaling.slope(to, pressure().orElseThrow());
    exchanged += shadowEnergy() - shadowBefore
        - rescaling.error(from, to, energy() - before, slopeBefore, slopeAfter);
  }

  private void compute() {
    Structure structure = particles.structure();
    try {
      now = potential.predict(structure);
    } catch (InputException e) { // atoms in one place, say: not what the user gave
      throw new ExplosionException(step, String.valueOf(e.getMessage()));
    }
    settings.limits().checkForces(structure, now, step);
  }

  /** Returns how many steps were made since the start, those before a continuation included. */
  public long steps() {
    return step;
  }

  /** K + U, eV. */
  private double energy() {
    return now.energy() + particles.kineticEnergy();
  }

  /**
   * K + U + h²/24 Σ F²/m, eV. Verlet's method with timestep h conserves, but for terms of order h⁴, the energy
   * K + U + h² (v·U''·v / 12 - Σ F²/m / 24) (Hairer, Lubich and Wanner, Acta Numerica 12, 399 (2003), by backward error
   * analysis). As v·U''·v = Σ F²/m - d(F·v)/dt, this is what is said here and a derivative, which averages out. K + U
   * itself wanders with the heat of stiff vibrations.
   */
  private double shadowEnergy() {
    double h = settings.timestep();
    return energy() + h * h / 24 * particles.forceSquares(now.forces());
  }

  /** 2K/(N_f k), K. */
  private double temperature() {
    return degrees == 0 ? 0 : 2 * particles.kineticEnergy() / (degrees * Units.BOLTZMANN);
  }

  private OptionalDouble pressure() {
    if (now.stress().isEmpty()) {
      return OptionalDouble.empty();
    }
    double[] s = now.stress().get();
    return OptionalDouble.of((2 * particles.kineticEnergy() / particles.cell().volume() - (s[0] + s[4] + s[8])) / 3);
  }

  /** Returns the present energies, temperature and pressure. */
  public Thermo thermo() {
    var volume = now.stress().isPresent() ? OptionalDouble.of(particles.cell().volume()) : OptionalDouble.empty();
    return new Thermo(step, step * settings.timestep(), now.energy(), particles.kineticEnergy(), temperature(),
        pressure(), volume, shadowEnergy() - exchanged);
  }

  /**
   * Returns the atoms as they are now, with energy, forces and stress (of the potential, without the kinetic part) as labels, momenta in
   * √(eV·amu) as a column, step and time in fs as fields. Labels are missing if one is not a number.
   */
  public Structure frame() {
    var info = new LinkedHashMap<String, Field>();
    info.put("step", Field.of(step));
    info.put("time_fs", Field.of(step * settings.timestep()));
    Map<String, Column> columns = Map.of("momenta", InitialVelocities.momenta(particles));
    return labelled().withInfo(info).withColumns(columns);
  }

  /** Returns all that {@link #resume} needs. */
  public MdState state() {
    return new MdState(step, degrees, exchanged, labelled(), particles.velocities.clone());
  }

  private Structure labelled() {
    try {
      return particles.structure().withLabels(MdStart.labels(now));
    } catch (InputException _) { // after an explosion
      return particles.structure();
    }
  }
}
