package io.noether.autodiff;

/**
 * A program with its memory: bind sizes, indices and inputs, run, read. Sizes and bindings stay until they are bound
 * again. One thread at a time uses an execution.
 */
public interface Execution {
  /** Sets the number of rows of a space; bind its indices and inputs after that. {@link Space#POINT} has one always. */
  void resize(Space space, int rows);

  /**
   * Binds a map. The array is read when the program runs, so it must stay as it is until then.
   *
   * @param rows at least as many entries as {@code index.from()} has rows, each a row of {@code index.to()}
   * @throws IllegalArgumentException if an entry is out of range or a sorted index is not
   */
  void bind(Index index, int[] rows);

  /**
   * Copies values into an input or a parameter. One that the program does not need is ignored.
   *
   * @param values row-major, one block of the tensor's shape for each row, starting at {@code offset}
   */
  void bind(Tensor input, double[] values, int offset);

  /** Copies values into an input or a parameter. */
  default void bind(Tensor input, double[] values) {
    bind(input, values, 0);
  }

  /** Computes the outputs. @throws IllegalStateException if a size, an index or an input is not bound */
  void run();

  /** Copies an output, row-major, into an array from {@code offset} on. */
  void read(Tensor output, double[] into, int offset);

  /** Copies an output, row-major, to the start of {@code into}. */
  default void read(Tensor output, double[] into) {
    read(output, into, 0);
  }

  /** A one-number output. */
  default double read(Tensor output) {
    double[] value = new double[1];
    read(output, value);
    return value[0];
  }
}
