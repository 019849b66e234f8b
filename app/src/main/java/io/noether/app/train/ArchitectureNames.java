package io.noether.app.train;

import io.noether.nn.models.Architectures;
import java.util.Iterator;

/** The names of all networks that can be trained, for {@code --help}. */
final class ArchitectureNames implements Iterable<String> {
  @Override
  public Iterator<String> iterator() {
    return Architectures.standard().names().iterator();
  }
}
