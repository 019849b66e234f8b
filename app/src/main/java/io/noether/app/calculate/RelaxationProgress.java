package io.noether.app.calculate;

import io.noether.app.console.Console;
import io.noether.app.console.Elapsed;
import io.noether.core.Labels;
import io.noether.core.Structure;
import io.noether.core.Units;
import io.noether.core.io.ExtendedXyzWriter;
import io.noether.dynamics.relax.RelaxationListener;
import io.noether.dynamics.relax.RelaxationStep;
import io.noether.dynamics.relax.Relaxed;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Shows how relaxations go, and keeps their way. The only structure of a file has a line for each step and a table at the
 * end; of several, each has a line.
 */
final class RelaxationProgress implements RelaxationListener, AutoCloseable {
  private static final String STEPS = " step  calls         energy, eV   fmax, eV/Å   stress, GPa     time";

  private final Console console;
  private final Optional<ExtendedXyzWriter> trajectory;
  private final boolean talks;
  private final AtomicBoolean stop;
  private boolean alone = true;
  private String name = "";
  private long started;

  /**
   * Shows nothing yet.
   *
   * @param talks whether anything is printed
   * @param stop set by somebody who wants an end
   */
  RelaxationProgress(Console console, Optional<ExtendedXyzWriter> trajectory, boolean talks, AtomicBoolean stop) {
    this.console = console;
    this.trajectory = trajectory;
    this.talks = talks;
    this.stop = stop;
  }

  /** The next structure is about to be relaxed. */
  void begin(boolean only, Structure structure) {
    alone = only;
    name = structure.source();
    started = System.nanoTime();
    if (talks && alone) {
      console.print("%s: %,d atoms".formatted(name, structure.size()));
      console.print(STEPS);
    }
  }

  @Override
  public void stepped(RelaxationStep s) {
    trajectory.ifPresent(writer -> {
      var labels = Labels.NONE.withEnergy(s.prediction().energy()).withForces(s.prediction().forces());
      writer.write(s.structure().withLabels(s.prediction().stress().map(labels::withStress).orElse(labels)));
    });
    if (talks && alone) {
      console.print(line(s));
    } else if (talks) {
      console.live(name + ": step" + line(s));
    }
  }

  private String line(RelaxationStep s) {
    String stress = s.maxStress() == 0 ? "-" : "%.4f".formatted(Units.GPA_PER_EV_A3 * s.maxStress());
    return "%5d  %5d  %17.6f  %11.6f  %12s  %7s".formatted(s.step(), s.forceCalls(), s.prediction().energy(),
        s.maxForce(), stress, time());
  }

  private String time() {
    double seconds = 1e-9 * (System.nanoTime() - started);
    return seconds < 10 ? "%.2fs".formatted(seconds) : Elapsed.text(seconds);
  }

  /** A structure is done. */
  void end(Relaxed relaxed) {
    if (talks) {
      console.print(alone ? RelaxationTable.table(relaxed) : name + ": " + RelaxationTable.line(relaxed));
    }
    if (!relaxed.converged()) {
      console.note(name + ": " + relaxed.outcome().reason());
    }
  }

  @Override
  public boolean stopRequested() {
    return stop.get();
  }

  /** The trajectory is complete. */
  void commit() {
    trajectory.ifPresent(ExtendedXyzWriter::commit);
  }

  @Override
  public void close() {
    trajectory.ifPresent(ExtendedXyzWriter::close);
  }
}
