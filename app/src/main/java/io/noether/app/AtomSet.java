package io.noether.app;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads numbers and ranges of atoms, counted from 1, such as 1,2,5-9; gives numbers counted from 0. */
final class AtomSet implements ITypeConverter<Set<Integer>> {
  private static final Pattern RANGE = Pattern.compile("(\\d{1,8})(?:-(\\d{1,8}))?");

  @Override
  public Set<Integer> convert(String text) {
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
    return atoms;
  }

  private static TypeConversionException wrong(String text) {
    return new TypeConversionException("'" + text + "' are not atoms such as 1,2,5-9, counted from 1");
  }
}
