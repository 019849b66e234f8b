package io.noether.dynamics.md;

/**
 * Constant temperature and pressure: {@link Bussi} and stochastic cell rescaling (Bernetti and Bussi, J. Chem. Phys.
 * 153, 114107 (2020)), isotropic. The volume follows dV = -(β V/τ)(P₀ - P) dt + noise, such that the distribution is the
 * isothermal-isobaric one whatever β/τ is. The cell is rescaled, with the atoms in it, every few steps, which takes one
 * more call of the potential.
 *
 * @param thermostat for the velocities
 * @param pressure P₀, eV/Å³
 * @param tau τ, fs: how fast the volume follows, if β is the material's
 * @param compressibility β, Å³/eV; need not be exact, as β/τ alone matters
 * @param every steps between two changes of the cell; τ should be a hundred times that time or longer
 */
public record Npt(Bussi thermostat, double pressure, double tau, double compressibility, int every)
    implements
      Ensemble {
  /** Checks the ranges. @throws IllegalArgumentException naming what is out of range */
  public Npt {
    if (!Double.isFinite(pressure)) {
      throw new IllegalArgumentException("the pressure must be a number, not " + pressure + " eV/Å^3");
    }
    Ensemble.positive("time constant of the barostat", tau, "fs");
    Ensemble.positive("compressibility", compressibility, "Å^3/eV");
    Ensemble.positive("number of steps between changes of the cell", every, "");
  }
}
