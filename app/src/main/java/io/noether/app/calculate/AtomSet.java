package io.noether.app.calculate;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * Atoms that an option names.
 *
 * @param numbers counted from 0
 */
record AtomSet(Set<Integer> numbers) {
  static final AtomSet NONE = new AtomSet(Set.of());

  private static final Pattern RANGE = Pattern.compile("(\\d{1,8})(?:-(\\d{1,8}))?");

  /** Reads numbers and ranges of atoms, counted from 1, such as 1,2,5-9. */
  static final class Reader implements ITypeConverter<AtomSet> {
    @Override
    public AtomSet convert(String text) {
      return read(text);
    }
  }

  private static AtomSet read(String text) {
    var atoms = new TreeSet<Integer>();
    for (String part : text.split(",", -1)) {
      var range = RANGE.matcher(part.strip());
      if (!range.matches()) {
        throw wrong(text);
      }
      int first = Integer.parseInt(range.group(1));
      int last = range.group(2) == null ? first : Integer.parseInt(range.group(2));
      if (first < 1 || last < first) {
        throw wrong(text);
      }
      for (int atom = first; atom <= last; atom++) {
        atoms.add(atom - 1);
      }
    }
    return new AtomSet(atoms);
  }

  private static TypeConversionException wrong(String text) {
    return new TypeConversionException("'" + text + "' are not atoms such as 1,2,5-9, counted from 1");
  }
}
