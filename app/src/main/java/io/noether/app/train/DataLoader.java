package io.noether.app.train;

import io.noether.app.console.Console;
import io.noether.app.console.LabelOptions;

import io.noether.core.Element;
import io.noether.core.InputException;
import io.noether.core.Structure;
import io.noether.core.io.LabelKeys;
import io.noether.core.io.StructureReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reads whole files and says what was found in them. */
final class DataLoader {
  private final LabelKeys keys;
  private final Console console;

  DataLoader(LabelKeys keys, Console console) {
    this.keys = keys;
    this.console = console;
  }

  List<Structure> load(List<Path> paths) {
    var all = new ArrayList<Structure>();
    for (Path path : paths) {
      all.addAll(load(path));
    }
    return all;
  }

  List<Structure> load(Path path) {
    try (var stream = StructureReader.open(DataFiles.located(path), keys)) {
      var structures = stream.rest();
      long atoms = structures.stream().mapToLong(Structure::size).sum();
      console.print(
          "%s: %,d structures, %,d atoms; %s".formatted(path, structures.size(), atoms,
              LabelOptions.describe(stream.found())));
      return structures;
    }
  }

  /** The energies of single atoms, eV. */
  Map<Element, Double> loadIsolatedAtoms(Path path) {
    Map<Element, Double> energies = new EnumMap<>(Element.class);
    var energyOnly = new LabelKeys(keys.energy(), Optional.empty(), Optional.empty());
    for (Structure s : StructureReader.read(path, energyOnly)) {
      if (s.size() != 1 || s.labels().energy().isEmpty()) {
        throw new InputException(s.source() + ": " + (s.size() == 1 ? "has no energy" : "has " + s.size() + " atoms")
            + "; --isolated-atoms takes single atoms with an energy each");
      }
      if (energies.put(s.element(0), s.labels().energy().getAsDouble()) != null) {
        throw new InputException(s.source() + ": is the second energy of " + s.element(0) + "; leave one");
      }
    }
    console.print(path + ": isolated atoms " + energies.entrySet().stream()
        .map(e -> e.getKey() + " " + e.getValue() + " eV").collect(Collectors.joining(", ")));
    return energies;
  }
}
