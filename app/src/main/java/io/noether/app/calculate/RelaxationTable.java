package io.noether.app.calculate;

import io.noether.core.Units;
import io.noether.dynamics.relax.RelaxationStep;
import io.noether.dynamics.relax.Relaxed;
import java.util.function.ToDoubleFunction;

/** What a relaxation led to, for people. */
final class RelaxationTable {
  private static final String[] LENGTHS = {"a, Å", "b, Å", "c, Å"};
  private static final String[] ANGLES = {"alpha, degrees", "beta, degrees", "gamma, degrees"};

  private RelaxationTable() {}

  /** One line for one structure of many. */
  static String line(Relaxed r) {
    var cell = r.last().structure().cell();
    String volume = cell.isPeriodic() ? ", %.3f to %.3f Å³".formatted(r.first().structure().cell().volume(),
        cell.volume()) : "";
    return "%s, %d steps, %d force calls, %.6f to %.6f eV, fmax %.6f eV/Å%s".formatted(how(r), r.last().step(),
        r.last().forceCalls(), r.first().prediction().energy(), r.last().prediction().energy(), r.last().maxForce(),
        volume);
  }

  /** Everything about one structure. */
  static String table(Relaxed r) {
    var text = new StringBuilder("%n%s after %d steps, %d force calls%n%n%-18s%16s%16s%n".formatted(how(r),
        r.last().step(), r.last().forceCalls(), "", "before", "after"));
    row(text, r, "energy, eV", "%16.6f", s -> s.prediction().energy());
    row(text, r, "fmax, eV/Å", "%16.6f", RelaxationStep::maxForce);
    if (r.last().prediction().stress().isPresent()) {
      row(text, r, "pressure, GPa", "%16.4f", RelaxationTable::pressure);
      if (r.first().maxStress() > 0) {
        row(text, r, "stress left, GPa", "%16.4f", s -> Units.GPA_PER_EV_A3 * s.maxStress());
      }
    }
    if (r.last().structure().cell().isPeriodic()) {
      for (int axis = 0; axis < 3; axis++) {
        int k = axis;
        row(text, r, LENGTHS[k], "%16.5f", s -> CellShape.of(s.structure().cell()).lengths()[k]);
      }
      for (int axis = 0; axis < 3; axis++) {
        int k = axis;
        row(text, r, ANGLES[k], "%16.4f", s -> CellShape.of(s.structure().cell()).angles()[k]);
      }
      row(text, r, "volume, Å³", "%16.4f", s -> s.structure().cell().volume());
    }
    return text.toString();
  }

  private static void row(StringBuilder text, Relaxed r, String name, String format,
      ToDoubleFunction<RelaxationStep> value) {
    text.append("%-18s".formatted(name)).append(format.formatted(value.applyAsDouble(r.first())))
        .append(format.formatted(value.applyAsDouble(r.last()))).append('\n');
  }

  /** The pressure that the atoms exert on the cell, GPa. */
  private static double pressure(RelaxationStep s) {
    double[] stress = s.prediction().stress().orElseThrow();
    return -Units.GPA_PER_EV_A3 * (stress[0] + stress[4] + stress[8]) / 3;
  }

  private static String how(Relaxed r) {
    return switch (r.outcome()) {
      case CONVERGED -> "converged";
      case STEP_LIMIT, STALLED -> "not converged";
      case EXPLODED -> "exploded";
      case STOPPED -> "stopped";
    };
  }
}
