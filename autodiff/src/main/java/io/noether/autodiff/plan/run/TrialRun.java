package io.noether.autodiff.plan.run;

import io.noether.autodiff.emit.MatrixMultiplier;
import io.noether.autodiff.emit.NumberType;
import io.noether.autodiff.emit.RowKernel;
import io.noether.autodiff.emit.loop.Address;
import io.noether.autodiff.emit.loop.Instruction;
import io.noether.autodiff.emit.loop.Part;
import io.noether.autodiff.emit.loop.RowLoop;
import io.noether.autodiff.plan.fuse.Extent;
import io.noether.autodiff.plan.lower.TileProduct;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A kernel call that can be tried out in scalar and in vector code, on a few rows of zeros. */
final class TrialRun {
  private static final int ROWS = 2;
  /** Rows of a matrix product. So many contain blocks of 6, 8 and 12 rows and those with a row less, which most cuts need. */
  private static final int MATRIX_ROWS = 23;
  /** Inner dimension of a matrix product. The JVM would compile a longer loop on its own, apart from the method around it. */
  private static final int MATRIX_DEPTH = 16;

  private final Runnable scalar;
  private final Runnable vector;
  private final Runnable finish;

  TrialRun(Runnable scalar, Runnable vector, Runnable finish) {
    this.scalar = scalar;
    this.vector = vector;
    this.finish = finish;
  }

  static TrialRun of(TileCall.Rows call, RowLoop loop, NumberType numbers, int scratch) {
    Map<Integer, Integer> lengths = new HashMap<>();
    int[] maps = {0};
    loop.parts().forEach(p -> measure(p, List.of(), lengths, maps));
    int count = lengths.keySet().stream().mapToInt(Integer::intValue).max().orElse(0) + 1;
    var arrays = new Object[count + 1];
    lengths.forEach((array, length) -> arrays[array] = numbers.allocate(length));
    arrays[count] = numbers.allocate(scratch);
    int[] offsets = new int[count];
    int[][] rows = new int[maps[0]][ROWS];
    return new TrialRun(() -> run(call.scalar(), arrays, offsets, rows),
        () -> run(call.vector(), arrays, offsets, rows),
        call::useVectors);
  }

  private static void run(RowKernel kernel, Object[] arrays, int[] offsets, int[][] maps) {
    kernel.run(arrays, offsets, maps, 0, ROWS);
  }

  static TrialRun of(TileCall.Matrices call, NumberType numbers) {
    TileProduct p = call.product();
    int m = p.i().count(MATRIX_ROWS);
    int k = Math.min(MATRIX_DEPTH, p.l().count(MATRIX_ROWS));
    Object a = numbers.allocate(1 + (m - 1) * p.i().a() + (k - 1) * p.l().a());
    Object b = numbers.allocate(p.j().extent() + (k - 1) * p.l().b());
    Object c = numbers.allocate(p.j().extent() + (m - 1) * p.i().out());
    return new TrialRun(() -> run(p, m, k, a, b, c, call.scalar()), () -> run(p, m, k, a, b, c, call.vector()),
        call::useVectors);
  }

  private static void run(TileProduct p, int m, int k, Object a, Object b, Object c, MatrixMultiplier multiplier) {
    multiplier.run(m, p.j().extent(), k, a, 0, p.i().a(), p.l().a(), b, 0, p.l().b(), c, 0, p.i().out(),
        p.alpha(), p.add());
  }

  /** Runs the vector code once, in ns. */
  long vector() {
    return time(vector);
  }

  /** Runs the scalar code once, in ns. */
  long scalar() {
    return time(scalar);
  }

  /** From now on the program runs the vector code. */
  void finish() {
    finish.run();
  }

  private static long time(Runnable call) {
    long start = System.nanoTime();
    call.run();
    return System.nanoTime() - start;
  }

  private static void measure(Part part, List<Integer> loops, Map<Integer, Integer> lengths, int[] maps) {
    switch (part) {
      case Part.Straight(var instructions) -> measure(instructions, loops, lengths, maps);
      case Part.Sweep(int extent, boolean _, var body) -> measure(body, with(loops, extent), lengths, maps);
      case Part.Repeat(int extent, var parts) ->
        parts.forEach(p -> measure(p, with(loops, extent), lengths, maps));
    }
  }

  private static void measure(List<Instruction> instructions, List<Integer> loops, Map<Integer, Integer> lengths,
      int[] maps) {
    for (Instruction instruction : instructions) {
      switch (instruction) {
        case Instruction.Load(var _, Address address) -> measure(address, loops, lengths, maps);
        case Instruction.Store(Address address, var _) -> measure(address, loops, lengths, maps);
        default -> {}
      }
    }
  }

  private static void measure(Address address, List<Integer> loops, Map<Integer, Integer> lengths, int[] maps) {
    int length = Extent.of(address, loops).to() + address.base().stride() * (ROWS - 1);
    lengths.merge(address.base().array(), length, Math::max);
    maps[0] = Math.max(maps[0], address.base().map() + 1);
  }

  private static List<Integer> with(List<Integer> loops, int extent) {
    var all = new ArrayList<>(loops);
    all.add(extent);
    return all;
  }
}
