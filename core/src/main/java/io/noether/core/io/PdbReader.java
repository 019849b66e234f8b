package io.noether.core.io;

import io.noether.core.Cell;
import io.noether.core.Column;
import io.noether.core.InputException;
import io.noether.core.Structure;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/**
 * Protein Data Bank files (wwPDB format 3.3): ATOM and HETATM records with their elements and coordinates, CRYST1 as
 * the cell, one structure per MODEL. Of a residue's alternative places the first is taken. Atom and residue names,
 * residue numbers and chains are kept as columns.
 */
final class PdbReader implements StructureStream {
  private final Lines lines;
  private Cell cell = Cell.isolated();
  private Optional<Structure> upcoming = Optional.empty();
  private boolean ended;
  private int frames;

  PdbReader(Path path) {
    this.lines = new Lines(path);
  }

  @Override
  public LabelKeys found() {
    return LabelKeys.USUAL;
  }

  @Override
  public void close() {
    lines.close();
  }

  @Override
  public boolean hasNext() {
    if (upcoming.isEmpty() && !ended) {
      upcoming = read();
      if (upcoming.isEmpty() && frames == 0) {
        throw new InputException(lines.path() + ": has no ATOM or HETATM record; is it a PDB file?");
      }
    }
    return upcoming.isPresent();
  }

  @Override
  public Structure next() {
    if (!hasNext()) {
      throw new NoSuchElementException("no structure is left in " + lines.path());
    }
    var structure = upcoming.orElseThrow();
    upcoming = Optional.empty();
    return structure;
  }

  private Optional<Structure> read() {
    var atoms = new ArrayList<PdbAtom>();
    var alternatives = new HashMap<String, String>();
    int start = 0;
    while (true) {
      var line = lines.next();
      if (line.isEmpty()) {
        ended = true;
        break;
      }
      String text = line.get();
      String kind = PdbAtom.field(text, 0, 6).strip();
      if (kind.equals("CRYST1")) {
        cell = crystal(text);
      } else if (kind.equals("ATOM") || kind.equals("HETATM")) {
        start = atoms.isEmpty() ? lines.number() : start;
        var atom = atom(text);
        String chosen = atom.alternative().isBlank() ? atom.alternative()
            : alternatives.computeIfAbsent(atom.residue(), residue -> atom.alternative());
        if (atom.alternative().equals(chosen)) {
          atoms.add(atom);
        }
      } else if (kind.equals("ENDMDL") && !atoms.isEmpty()) {
        break;
      }
    }
    return atoms.isEmpty() ? Optional.empty() : Optional.of(structure(atoms, start));
  }

  private PdbAtom atom(String text) {
    try {
      return PdbAtom.parse(text);
    } catch (InputException e) {
      throw lines.errorAt(lines.number(), e);
    }
  }

  private Cell crystal(String text) {
    var lengthsAndAngles = new double[6];
    int[] columns = {6, 15, 24, 33, 40, 47, 54};
    for (int k = 0; k < 6; k++) {
      String word = PdbAtom.field(text, columns[k], columns[k + 1]).strip();
      try {
        lengthsAndAngles[k] = NumberText.real(word);
      } catch (NumberFormatException e) {
        throw lines.error("CRYST1 has '" + word + "' where a number should be");
      }
    }
    double a = lengthsAndAngles[0];
    double b = lengthsAndAngles[1];
    double c = lengthsAndAngles[2];
    if (a == 1 && b == 1 && c == 1) {
      // The format demands the record; this is how it says that there is no crystal.
      return Cell.isolated();
    }
    double cosAlpha = cosine(lengthsAndAngles[3]);
    double cosBeta = cosine(lengthsAndAngles[4]);
    double cosGamma = cosine(lengthsAndAngles[5]);
    double sinGamma = Math.sqrt(1 - cosGamma * cosGamma);
    double cy = (cosAlpha - cosBeta * cosGamma) / sinGamma;
    double cz = Math.sqrt(Math.max(0, 1 - cosBeta * cosBeta - cy * cy));
    try {
      return Cell.of(a, 0, 0, b * cosGamma, b * sinGamma, 0, c * cosBeta, c * cy, c * cz);
    } catch (InputException e) {
      throw lines.errorAt(lines.number(), e);
    }
  }

  /** The cosine of degrees, exact for a right angle. */
  private static double cosine(double degrees) {
    return degrees == 90 ? 0 : Math.cos(Math.toRadians(degrees));
  }

  private Structure structure(List<PdbAtom> atoms, int start) {
    frames++;
    var numbers = new int[atoms.size()];
    var positions = new double[3 * atoms.size()];
    var names = new ArrayList<String>();
    var residues = new ArrayList<String>();
    var chains = new ArrayList<String>();
    var residueNumbers = new ArrayList<String>();
    for (int i = 0; i < numbers.length; i++) {
      var atom = atoms.get(i);
      numbers[i] = atom.element().atomicNumber();
      positions[3 * i] = atom.x();
      positions[3 * i + 1] = atom.y();
      positions[3 * i + 2] = atom.z();
      names.add(atom.word(12, 16));
      residues.add(atom.word(17, 20));
      chains.add(atom.word(21, 22));
      residueNumbers.add(atom.word(22, 27));
    }
    var columns = new LinkedHashMap<String, Column>();
    columns.put("atom_name", new Column.Words(1, names));
    columns.put("residue_name", new Column.Words(1, residues));
    columns.put("chain", new Column.Words(1, chains));
    columns.put("residue_number", new Column.Words(1, residueNumbers));
    return Structure.of(numbers, positions, cell)
        .withColumns(columns)
        .withSource(lines.path() + ", model " + frames + " (line " + start + ")");
  }
}
