package io.noether.app.calculate;

import io.noether.app.console.Json;
import io.noether.core.Units;
import io.noether.dynamics.relax.RelaxationStep;
import io.noether.dynamics.relax.Relaxed;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What the relaxations of a file's structures led to, for programs; {@link RelaxationTable} is for people.
 *
 * @param structures in the order of the file
 */
record RelaxationReport(List<Entry> structures) {
  /**
   * One structure.
   *
   * @param source where it was read
   */
  record Entry(String source, Relaxed relaxed) {
    private Map<String, Object> fields() {
      var fields = new LinkedHashMap<String, Object>();
      fields.put("source", source);
      fields.put("atoms", relaxed.last().structure().size());
      fields.put("converged", relaxed.converged());
      fields.put("outcome", relaxed.outcome().name().toLowerCase(Locale.ROOT));
      fields.put("steps", relaxed.last().step());
      fields.put("force_calls", relaxed.last().forceCalls());
      fields.put("before", RelaxationReport.fields(relaxed.first()));
      fields.put("after", RelaxationReport.fields(relaxed.last()));
      return fields;
    }
  }

  boolean allConverged() {
    return structures.stream().allMatch(entry -> entry.relaxed().converged());
  }

  String json() {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("converged", allConverged());
    fields.put("structures", structures.stream().map(Entry::fields).toList());
    return Json.text(fields);
  }

  private static Map<String, Object> fields(RelaxationStep s) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("energy_ev", s.prediction().energy());
    fields.put("fmax_ev_per_a", s.maxForce());
    s.prediction().stress().ifPresent(stress -> {
      double[] gpa = stress.clone();
      for (int k = 0; k < gpa.length; k++) {
        gpa[k] *= Units.GPA_PER_EV_A3;
      }
      fields.put("stress_gpa", gpa);
    });
    if (s.structure().cell().hasLattice()) {
      fields.put("cell", CellShape.of(s.structure().cell()).fields());
    }
    return fields;
  }
}
