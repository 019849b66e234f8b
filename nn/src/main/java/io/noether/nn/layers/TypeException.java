package io.noether.nn.layers;

import java.util.stream.Collectors;

/**
 * An operation that would not commute with rotations or reflections, refused when the model is built. The message names
 * the operation, the layers that made the features, how these transform, and the line of the model that asked.
 */
public final class TypeException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;
  private static final int DEPTH = 3;

  /** @param message what was asked for and why it is not allowed, without the place */
  public TypeException(String message) {
    super(message + "; asked at " + caller());
  }

  private static String caller() {
    String here = TypeException.class.getPackageName() + ".";
    return StackWalker.getInstance().walk(frames -> frames
        .dropWhile(f -> f.getClassName().startsWith(here) && !f.getFileName().endsWith("Test.java"))
        .limit(DEPTH)
        .map(f -> f.getFileName() + ":" + f.getLineNumber())
        .collect(Collectors.joining(" < ")));
  }
}
