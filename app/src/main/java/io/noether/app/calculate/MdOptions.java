package io.noether.app.calculate;

import io.noether.core.InputException;
import io.noether.core.Units;
import io.noether.dynamics.md.Bussi;
import io.noether.dynamics.md.Ensemble;
import io.noether.dynamics.md.Langevin;
import io.noether.dynamics.md.Limits;
import io.noether.dynamics.md.MdPlan;
import io.noether.dynamics.md.MdSettings;
import io.noether.dynamics.md.Npt;
import io.noether.dynamics.md.Nve;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How atoms are moved. */
final class MdOptions {
  private static final double FS_PER_PS = 1000;
  private static final int CELL_EVERY = 10;

  private enum Kind {
    NVE, LANGEVIN, BUSSI, NPT
  }

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command = CommandSpec.create();

  @Option(names = "--steps", paramLabel = "N", description = "how many steps in all")
  private Optional<Long> steps = Optional.empty();

  @Option(names = "--time", paramLabel = "TIME", description = "instead: how long, such as 20ps, 500fs, 1.5ns",
      converter = Femtoseconds.class)
  private Optional<Double> time = Optional.empty();

  @Option(names = "--timestep", paramLabel = "FS", defaultValue = "0.5", converter = Femtoseconds.class,
      description = "fs; 0.25 to 0.5 with hydrogen, 1 to 2 without (default: ${DEFAULT-VALUE})")
  private double timestep;

  @Option(names = "--ensemble", paramLabel = "nve|langevin|bussi|npt", defaultValue = "langevin",
      description = {"nve: constant energy; langevin: friction and noise (BAOAB);",
          "bussi: stochastic velocity rescaling; npt: that and stochastic cell rescaling (default: ${DEFAULT-VALUE})"})
  private Kind kind = Kind.LANGEVIN;

  @Option(names = "--temperature", paramLabel = "K", defaultValue = "300",
      description = "of initial velocities, unless STRUCTURE has some, and of the thermostat (default: ${DEFAULT-VALUE})")
  private double temperature;

  @Option(names = "--friction", paramLabel = "1/ps", description = "of langevin (default: 1)")
  private Optional<Double> friction = Optional.empty();

  @Option(names = "--tau", paramLabel = "TIME", description = "memory of the thermostat of bussi and npt "
      + "(default: 100fs)", converter = Femtoseconds.class)
  private Optional<Double> tau = Optional.empty();

  @Option(names = "--pressure", paramLabel = "GPa", description = "of npt (default: 0)")
  private Optional<Double> pressure = Optional.empty();

  @Option(names = "--pressure-tau", paramLabel = "TIME", converter = Femtoseconds.class,
      description = "how fast the volume follows in npt (default: 1ps)")
  private Optional<Double> pressureTau = Optional.empty();

  @Option(names = "--compressibility", paramLabel = "1/GPa",
      description = "of the material, roughly: water 0.45, silicon 0.01; npt only (default: 0.05)")
  private Optional<Double> compressibility = Optional.empty();

  @Option(names = "--fix", paramLabel = "ATOMS", description = "atoms that do not move, such as 1,2,5-9",
      converter = AtomSet.Reader.class)
  private AtomSet fixed = AtomSet.NONE;

  @Option(names = "--seed", paramLabel = "N", defaultValue = "1",
      description = "of initial velocities and noise; same seed, same bits (default: ${DEFAULT-VALUE})")
  private long seed;

  @Option(names = "--max-force", paramLabel = "eV/Å", defaultValue = "200",
      description = "stop if a force is larger (default: ${DEFAULT-VALUE})")
  private double maxForce;

  @Option(names = "--max-temperature", paramLabel = "K", defaultValue = "20000",
      description = "stop if it is hotter (default: ${DEFAULT-VALUE})")
  private double maxTemperature;

  MdSettings settings() {
    return checked(() -> new MdSettings(timestep, temperature, ensemble(), fixed.numbers(), seed,
        new Limits(maxForce, maxTemperature, Limits.DEFAULT.move())));
  }

  MdPlan plan(long frameEvery, long logEvery, Optional<Long> restartEvery) {
    if (steps.isPresent() == time.isPresent()) {
      throw wrong(steps.isPresent() ? "--steps and --time exclude each other" : "how long? Give --steps or --time");
    }
    if (restartEvery.isPresent() && restartEvery.get() < 1) {
      throw wrong("--restart-every must be at least 1, not " + restartEvery.get());
    }
    long count = steps.orElseGet(() -> Math.round(time.orElseThrow() / timestep));
    return checked(() -> new MdPlan(count, frameEvery, logEvery, restartEvery.orElse(0L)));
  }

  private Ensemble ensemble() {
    only("--friction", friction, kind == Kind.LANGEVIN, "langevin");
    only("--tau", tau, kind == Kind.BUSSI || kind == Kind.NPT, "bussi and npt");
    only("--pressure", pressure, kind == Kind.NPT, "npt");
    only("--pressure-tau", pressureTau, kind == Kind.NPT, "npt");
    only("--compressibility", compressibility, kind == Kind.NPT, "npt");
    return switch (kind) {
      case NVE -> new Nve();
      case LANGEVIN -> new Langevin(friction.orElse(1.0) / FS_PER_PS);
      case BUSSI -> new Bussi(tau.orElse(100.0));
      case NPT -> new Npt(new Bussi(tau.orElse(100.0)), pressure.orElse(0.0) / Units.GPA_PER_EV_A3,
          pressureTau.orElse(FS_PER_PS), compressibility.orElse(0.05) * Units.GPA_PER_EV_A3, CELL_EVERY);
    };
  }

  private void only(String option, Optional<Double> value, boolean applies, String where) {
    if (value.isPresent() && !applies) {
      throw wrong(option + " is for --ensemble " + where);
    }
  }

  private <T> T checked(Supplier<T> maker) {
    try {
      return maker.get();
    } catch (IllegalArgumentException | InputException e) {
      throw wrong(String.valueOf(e.getMessage()));
    }
  }

  private CommandLine.ParameterException wrong(String message) {
    return new CommandLine.ParameterException(command.commandLine(), message);
  }
}
