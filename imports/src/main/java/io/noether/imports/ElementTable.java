package io.noether.imports;

import io.noether.core.Element;
import io.noether.core.InputException;
import java.util.List;
import java.util.stream.Collectors;

/** Rows of a table over elements. */
final class ElementTable {
  private ElementTable() {}

  /** Where the wanted elements are among those there are. @throws InputException naming one that is not there */
  static int[] of(String file, List<Element> wanted, List<Element> there) {
    return wanted.stream().mapToInt(element -> {
      int row = there.indexOf(element);
      if (row < 0) {
        throw new InputException(file + ": the network does not know " + element.symbol() + "; it knows "
            + there.stream().map(Element::symbol).collect(Collectors.joining(", ")));
      }
      return row;
    }).toArray();
  }
}
