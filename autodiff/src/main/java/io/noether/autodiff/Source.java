package io.noether.autodiff;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The lines of the model that asked for a tensor, innermost first: the layer, then who used the layer. */
record Source(List<StackWalker.StackFrame> frames) {
  private static final int DEPTH = 3;
  private static final Set<Class<?>> ENGINE =
      Set.of(Source.class, Graph.class, Tensor.class, Gradients.class, Derivatives.class,
          Extract.class);

  static Source here() {
    var walker = StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);
    return new Source(walker.walk(frames -> frames.filter(f -> isModel(f.getDeclaringClass())).limit(DEPTH).toList()));
  }

  /** Neither the engine nor the JDK's streams that it may be called through. */
  private static boolean isModel(Class<?> type) {
    return !ENGINE.contains(type) && !Object.class.getModule().equals(type.getModule());
  }

  @Override
  public String toString() {
    return frames.stream().map(f -> f.getFileName() + ":" + f.getLineNumber()).collect(Collectors.joining(" < "));
  }
}
