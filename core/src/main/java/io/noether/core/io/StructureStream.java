package io.noether.core.io;

import io.noether.core.InputException;
import io.noether.core.Structure;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** The structures of a file, one after the other. Methods throw {@link InputException} where the file is wrong. */
public interface StructureStream extends Iterator<Structure>, AutoCloseable {
  /** Under which names labels were found in the structures read so far. */
  LabelKeys found();

  /** All structures that are left. */
  default List<Structure> rest() {
    var rest = new ArrayList<Structure>();
    forEachRemaining(rest::add);
    return List.copyOf(rest);
  }

  @Override
  void close();
}
