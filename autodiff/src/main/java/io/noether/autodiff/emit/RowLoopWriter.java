package io.noether.autodiff.emit;

import io.noether.autodiff.emit.loop.Instruction;
import io.noether.autodiff.emit.loop.Part;
import io.noether.autodiff.emit.loop.RowLoop;
import java.util.List;

/**
 * Writes the methods of a kernel: one that does the parts of one row, and one that runs over the rows. They are apart
 * because the JVM compiles a method that is called often in one go, but a long loop once for each loop within it.
 */
final class RowLoopWriter {
  /** Takes what {@link RowKernel#run} takes, with the number of one row in place of how many there are. */
  static final String ROW_METHOD = "row";

  /** Local of the last argument: the number of rows, or of a row. */
  private static final int ROWS = 5;

  /** The first local that is not an argument. */
  static final int FIRST_LOCAL = 6;

  private final MethodWriter code;
  private final Places places;
  private final SweepWriter sweeps;
  private final Lanes single;

  RowLoopWriter(MethodWriter code, RowLoop loop, int lanes, boolean vectors) {
    this.code = code;
    this.places = new Places(code, loop);
    this.single = new ScalarLanes(code);
    this.sweeps = new SweepWriter(code, places, single, lanes, vectors);
  }

  /** Writes {@code run}. */
  static void writeRun(MethodWriter code) {
    var builder = code.builder;
    code.loop(0, () -> builder.iload(ROWS), 1, row -> {
      builder.aload(0).aload(1).aload(2).aload(3).iload(4).iload(row);
      builder.invokevirtual(code.kernel, ROW_METHOD, RowKernels.RUN);
    });
    builder.return_();
  }

  /** Writes the method for one row. */
  void writeRow(RowLoop loop) {
    places.enter();
    places.startRow(ROWS);
    write(loop.parts(), new Body(code, places, single));
    code.builder.return_();
  }

  private void write(List<Part> parts, Body body) {
    for (Part part : parts) {
      switch (part) {
        case Part.Straight(List<Instruction> instructions) -> instructions.forEach(body::write);
        case Part.Sweep sweep -> sweeps.write(sweep, body);
        case Part.Repeat(int extent, List<Part> inner) ->
          places.loop(0, extent, 1, () -> write(inner, body.nested()));
      }
    }
  }
}
