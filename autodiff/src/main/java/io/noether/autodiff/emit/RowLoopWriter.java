package io.noether.autodiff.emit;

import java.util.List;

/** Writes the method of a kernel: for each row, its parts. */
final class RowLoopWriter {
  private static final int ROWS = 5;
  /** The first local that is not an argument. */
  static final int FIRST_LOCAL = 6;

  private final Code code;
  private final Places places;
  private final SweepWriter sweeps;
  private final Lanes single;

  RowLoopWriter(Code code, RowLoop loop, int lanes, boolean vectors) {
    this.code = code;
    this.places = new Places(code, loop);
    this.single = new ScalarLanes(code);
    this.sweeps = new SweepWriter(code, places, single, lanes, vectors);
  }

  void write(RowLoop loop) {
    places.enter();
    code.loop(0, () -> code.builder.iload(ROWS), 1, row -> {
      places.startRow(row);
      write(loop.parts(), new Body(code, places, single));
    });
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
