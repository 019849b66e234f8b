package io.noether.nn.batches;

import io.noether.core.Element;
import io.noether.core.InputException;
import io.noether.core.Structure;
import io.noether.nn.ModelSpec;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** Which row of a model's tables each chemical element has. */
final class ElementRows {
  private static final int UNKNOWN = -1;

  private final List<Element> elements;
  private final int[] rowOf = new int[Element.values().length + 1];

  /** @param elements in the order of {@link ModelSpec#elements()} */
  ElementRows(List<Element> elements) {
    this.elements = List.copyOf(elements);
    Arrays.fill(rowOf, UNKNOWN);
    for (int row = 0; row < elements.size(); row++) {
      rowOf[elements.get(row).atomicNumber()] = row;
    }
  }

  int count() {
    return elements.size();
  }

  /** The row of an atom's element. @throws InputException if the model does not know it */
  int row(Structure structure, int atom) {
    int row = rowOf[structure.atomicNumber(atom)];
    if (row == UNKNOWN) {
      throw new InputException(structure.source() + ": atom " + (atom + 1) + " is "
          + structure.element(atom).symbol() + ", which the model was not trained on; it knows "
          + elements.stream().map(Element::symbol).collect(Collectors.joining(", ")));
    }
    return row;
  }
}
