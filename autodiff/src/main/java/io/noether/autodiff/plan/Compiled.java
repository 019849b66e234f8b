package io.noether.autodiff.plan;

import io.noether.autodiff.Precision;
import io.noether.autodiff.emit.Emitted;
import io.noether.autodiff.emit.Part;
import io.noether.autodiff.emit.RowKernels;
import io.noether.autodiff.emit.RowLoop;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A plan's kernels as code. Passes that do the same on other arrays share it: the layers of a network, mostly.
 *
 * @param calls for each pass, what is called on a tile
 * @param scratch numbers of scratch that kernels need
 */
record Compiled(List<List<TileCall>> calls, int scratch) {
  static Compiled of(Plan plan, Precision precision, boolean vectors, int lanes) {
    Map<List<Part>, Emitted> known = new HashMap<>();
    int scratch = 0;
    var calls = new ArrayList<List<TileCall>>();
    for (LoweredPass pass : plan.passes()) {
      var ofPass = new ArrayList<TileCall>();
      for (Call call : pass.calls()) {
        switch (call) {
          case Call.Rows(RowLoop loop) -> {
            Emitted emitted =
                known.computeIfAbsent(loop.parts(), _ -> RowKernels.emit(loop, precision, vectors, lanes));
            scratch = Math.max(scratch, emitted.scratch());
            ofPass.add(new TileCall.Rows(emitted.kernel()));
          }
          case Call.Matrices(var product) -> ofPass.add(new TileCall.Matrices(product));
        }
      }
      calls.add(List.copyOf(ofPass));
    }
    return new Compiled(List.copyOf(calls), scratch);
  }
}
