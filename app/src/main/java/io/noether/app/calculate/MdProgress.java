package io.noether.app.calculate;

import io.noether.app.console.Console;
import io.noether.app.console.Elapsed;
import io.noether.core.Structure;
import io.noether.core.Units;
import io.noether.dynamics.md.Bussi;
import io.noether.dynamics.md.Langevin;
import io.noether.dynamics.md.MdFiles;
import io.noether.dynamics.md.MdListener;
import io.noether.dynamics.md.MdPlan;
import io.noether.dynamics.md.MdSettings;
import io.noether.dynamics.md.MolecularDynamics;
import io.noether.dynamics.md.Npt;
import io.noether.dynamics.md.Nve;
import io.noether.nn.inference.NeuralPotential;
import java.util.Locale;
import java.util.OptionalDouble;
import org.apache.commons.math3.stat.regression.SimpleRegression;

/** Shows how dynamics goes: a line every few seconds, and between them a rewritten one. */
final class MdProgress implements MdListener {
  private static final long LINE_EVERY = 5_000_000_000L; // ns
  private static final long LIVE_EVERY = 100_000_000L;
  private static final double SECONDS_PER_DAY = 86_400;
  private static final double FS_PER_NS = 1e6;
  private static final String HEADER =
      "      step        time    E_pot eV       T K     P GPa  conserved eV   steps/s    ns/day  time left";

  private final Console console;
  private final MdPlan plan;
  private final int atoms;
  private final SimpleRegression conserved = new SimpleRegression();
  private long begin;
  private long firstStep;
  private long lastLine;
  private long lastLineStep;
  private long lastLive;

  MdProgress(Console console, MdPlan plan, int atoms) {
    this.console = console;
    this.plan = plan;
    this.atoms = atoms;
  }

  void announce(Structure structure, NeuralPotential potential, MdSettings settings, MdFiles files, int threads) {
    console.print("%s: %,d atoms%s; %s, cutoff %s Å, %s; %d thread%s".formatted(structure.source(), structure.size(),
        structure.periodicity().any() ? ", periodic " + structure.periodicity() : "",
        potential.model().spec().architecture().name(), potential.cutoff(),
        potential.precision().name().toLowerCase(Locale.ROOT), threads, threads == 1 ? "" : "s"));
    console.print("%s; %,d steps of %s, %s; seed %d%s".formatted(ensemble(settings), plan.steps(),
        Femtoseconds.text(settings.timestep()), Femtoseconds.text(plan.steps() * settings.timestep()), settings.seed(),
        settings.fixed().isEmpty() ? "" : "; %,d atoms fixed".formatted(settings.fixed().size())));
    console.print("writing to %s (a frame every %s), %s and %s".formatted(files.trajectory(),
        Femtoseconds.text(plan.frameEvery() * settings.timestep()), files.log(), files.restart()));
  }

  private static String ensemble(MdSettings settings) {
    return switch (settings.ensemble()) {
      case Nve _ -> "constant energy";
      case Langevin(double friction) -> "Langevin at %s K, friction %.4g/ps".formatted(settings.temperature(),
          1000 * friction);
      case Bussi(double tau) -> "Bussi at %s K, τ %s".formatted(settings.temperature(), Femtoseconds.text(tau));
      case Npt npt -> "Bussi at %s K, τ %s, and cell rescaling at %.4g GPa, τ %s".formatted(settings.temperature(),
          Femtoseconds.text(npt.thermostat().tau()), npt.pressure() * Units.GPA_PER_EV_A3,
          Femtoseconds.text(npt.tau()));
    };
  }

  void started(MolecularDynamics md) {
    if (md.steps() > 0) {
      console.print("going on after step %,d".formatted(md.steps()));
    }
    console.print("");
    console.print(HEADER);
    begin = System.nanoTime();
    firstStep = md.steps();
    print(md, begin);
  }

  @Override
  public void stepped(MolecularDynamics md) {
    var thermo = md.thermo();
    conserved.addData(thermo.time(), thermo.conserved());
    long now = System.nanoTime();
    if (now - lastLine >= LINE_EVERY) {
      print(md, now);
    } else if (console.isTerminal() && now - lastLive >= LIVE_EVERY) {
      lastLive = now;
      console.live(line(md, now));
    }
  }

  void finished(MolecularDynamics md, boolean done) {
    long now = System.nanoTime();
    long made = md.steps() - firstStep;
    if (made > 0) {
      print(md, now);
      console.print("%s after step %,d: %,d steps in %s; drift of the conserved quantity %.3g meV/atom/ns".formatted(
          done ? "done" : "stopped and saved", md.steps(), made, Elapsed.text((now - begin) * 1e-9),
          drift() * 1e3 * FS_PER_NS / atoms));
    }
    if (!done) {
      console.print("To go on: the same command with --resume");
    } else if (made == 0) {
      console.print("nothing to do: all %,d steps are done; --steps or --time can be raised".formatted(md.steps()));
    }
  }

  private void print(MolecularDynamics md, long now) {
    console.print(line(md, now));
    lastLine = now;
    lastLineStep = md.steps();
  }

  /** eV/fs. */
  private double drift() {
    return conserved.getN() < 2 ? 0 : conserved.getSlope();
  }

  /** Speed is that since the last line: the first seconds, in which the JVM compiles, say little about the rest. */
  private String line(MolecularDynamics md, long now) {
    var t = md.thermo();
    double seconds = (now - lastLine) * 1e-9;
    double rate = seconds > 0 ? (md.steps() - lastLineStep) / seconds : 0;
    double timestep = t.step() == 0 ? 0 : t.time() / t.step();
    return "%10d  %10s  %10.4f  %8.1f  %8s  %12.5f  %8.4g  %8.3g  %9s".formatted(t.step(),
        Femtoseconds.text(t.time()), t.potential(), t.temperature(), gigapascals(t.pressure()), t.conserved(), rate,
        rate * timestep * SECONDS_PER_DAY / FS_PER_NS,
        rate > 0 ? Elapsed.text((plan.steps() - t.step()) / rate) : "-");
  }

  private static String gigapascals(OptionalDouble pressure) {
    return pressure.isPresent() ? "%.3f".formatted(pressure.getAsDouble() * Units.GPA_PER_EV_A3) : "-";
  }
}
