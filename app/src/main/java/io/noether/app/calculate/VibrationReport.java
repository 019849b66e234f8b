package io.noether.app.calculate;

import io.noether.app.console.Json;
import io.noether.dynamics.vibrations.Mode;
import io.noether.dynamics.vibrations.Vibrations;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The vibrations of a structure: for people, and for programs.
 *
 * @param energy of the structure, eV
 * @param maxForce on an atom, eV/Å
 */
record VibrationReport(Vibrations vibrations, double energy, double maxForce) {
  String text() {
    var text = new StringBuilder("%s: %,d atoms, energy %.6f eV, fmax %.2g eV/Å%n%n".formatted(
        vibrations.structure().source(), vibrations.structure().size(), energy, maxForce));
    text.append(" mode       cm^-1         meV         THz   reduced mass, amu\n");
    for (int k = 0; k < vibrations.modes().size(); k++) {
      Mode m = vibrations.modes().get(k);
      text.append("%5d%12.3f%12.4f%12.5f%20.4f%s%n".formatted(k + 1, m.wavenumber(), 1000 * m.energy(), m.frequency(),
          m.reducedMass(), m.rigid() ? "   moves as a whole" : m.isImaginary() ? "   imaginary" : ""));
    }
    return text
        .append("%n%d motions as a whole, at most %.2g cm^-1%n".formatted(vibrations.rigidModes().size(), rigid()))
        .append("zero-point energy %.6f eV".formatted(vibrations.zeroPointEnergy())).toString();
  }

  static String json(List<VibrationReport> reports) {
    return Json.text(Map.of("structures", reports.stream().map(VibrationReport::fields).toList()));
  }

  private Map<String, Object> fields() {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("source", vibrations.structure().source());
    fields.put("atoms", vibrations.structure().size());
    fields.put("energy_ev", energy);
    fields.put("fmax_ev_per_a", maxForce);
    fields.put("zero_point_energy_ev", vibrations.zeroPointEnergy());
    fields.put("imaginary_modes", vibrations.imaginary());
    fields.put("rigid_modes_cm1", wavenumbers(true));
    fields.put("vibrations_cm1", wavenumbers(false));
    return fields;
  }

  private double[] wavenumbers(boolean rigid) {
    return vibrations.modes().stream().filter(m -> m.rigid() == rigid).mapToDouble(Mode::wavenumber).toArray();
  }

  private double rigid() {
    return vibrations.rigidModes().stream().mapToDouble(m -> Math.abs(m.wavenumber())).max().orElse(0);
  }
}
