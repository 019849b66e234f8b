package io.noether.app.calculate;

import io.noether.core.Column;
import io.noether.core.Field;
import io.noether.core.Labels;
import io.noether.core.Prediction;
import io.noether.core.Structure;
import io.noether.core.io.LabelKeys;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A structure with predictions in the place of its labels, and its labels, if any, beside them. */
final class Predicted {
  private static final String REFERENCE = "REF_";
  private static final String ATOMIC_ENERGIES = "energies"; // as ASE calls them
  private static final Set<String> TAKEN = Set.of("energy", "forces", "stress", ATOMIC_ENERGIES);

  private Predicted() {}

  /** @param found what the labels were called */
  static Structure structure(Structure s, Prediction p, LabelKeys found) {
    var info = new LinkedHashMap<String, Field>(s.info());
    var columns = new LinkedHashMap<String, Column>();
    p.atomicEnergies().ifPresent(e -> columns.put(ATOMIC_ENERGIES, new Column.Reals(1, e)));
    s.columns().forEach((name, column) -> columns.put(free(name, columns), column));
    var before = s.labels();
    before.energy().ifPresent(e -> info.put(name("energy", found.energy(), info), Field.of(e)));
    before.stress().ifPresent(t -> info.put(name("stress", found.stress(), info), Field.of(t)));
    before.forces().ifPresent(f -> columns.put(name("forces", found.forces(), columns), new Column.Vectors(f)));

    var labels = Labels.NONE.withEnergy(p.energy()).withForces(p.forces());
    return s.withLabels(p.stress().map(labels::withStress).orElse(labels)).withInfo(info).withColumns(columns);
  }

  /**
   * The name under which a label is kept: its own, unless a prediction has that name. A virial was converted into
   * a stress, so its own name would be wrong.
   */
  private static String name(String what, Optional<String> found, Map<String, ?> there) {
    String own = found.filter(key -> !key.toLowerCase(Locale.ROOT).contains("virial")).orElse(what);
    return free(own, there);
  }

  private static String free(String name, Map<String, ?> there) {
    String free = name;
    while (TAKEN.contains(free) || there.containsKey(free)) {
      free = REFERENCE + free;
    }
    return free;
  }
}
