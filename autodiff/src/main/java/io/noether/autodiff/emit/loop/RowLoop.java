package io.noether.autodiff.emit.loop;

import java.util.List;

/**
 * A kernel as data: the parts of what it does for each row of a tile.
 *
 * @param name for stack traces and dumps, a Java identifier
 */
public record RowLoop(String name, List<Part> parts) {
  /** The loop as the Java it stands for, to be read. */
  public String toText() {
    return RowLoopText.of(this);
  }
}
