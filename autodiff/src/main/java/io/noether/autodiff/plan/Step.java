package io.noether.autodiff.plan;

import io.noether.autodiff.Function;
import io.noether.autodiff.kernels.Nest;
import java.util.List;

/** One kernel call on a tile. */
sealed interface Step {
  /** Runs on the tile's rows. */
  <A> void run(Tile<A> tile);

  /** The views it reads and writes; whatever it writes first. */
  List<View> views();

  /** A loop nest. {@code loops} are loops beyond those a nest has. */
  record Contraction(Nest nest, Outer loops, View out, View a, View b) implements Step {
    @Override
    public <A> void run(Tile<A> tile) {
      for (int k = 0; k < loops.count(); k++) {
        tile.kernels.contract(nest, tile.rows, tile.array(out), tile.offset(out) + loops.out()[k], tile.array(a),
            tile.offset(a) + loops.a()[k], tile.array(b), tile.offset(b) + loops.b()[k]);
      }
    }

    @Override
    public List<View> views() {
      return List.of(out, a, b);
    }
  }

  /** A matrix product; i runs over rows of A and C, j over columns of B and C, l is summed over. */
  record MatrixProduct(Nest.Loop i, Nest.Loop j, Nest.Loop l, Outer loops, View out, View a, View b, double alpha,
      boolean add) implements Step {
    @Override
    public <A> void run(Tile<A> tile) {
      int m = i.perRow() ? i.extent() * tile.rows : i.extent();
      int n = j.extent();
      int k = l.perRow() ? l.extent() * tile.rows : l.extent();
      for (int loop = 0; loop < loops.count(); loop++) {
        tile.kernels.matrixProduct(m, n, k, tile.array(a), tile.offset(a) + loops.a()[loop], i.a(), l.a(),
            tile.array(b),
            tile.offset(b) + loops.b()[loop], l.b(), tile.array(out), tile.offset(out) + loops.out()[loop], i.out(),
            alpha, add);
      }
    }

    @Override
    public List<View> views() {
      return List.of(out, a, b);
    }
  }

  /** A scalar function; rows of both views are contiguous. */
  record Apply(Function function, int width, View out, View x) implements Step {
    @Override
    public <A> void run(Tile<A> tile) {
      tile.kernels.apply(function, tile.rows, width, tile.array(out), tile.offset(out), out.rowStride(), tile.array(x),
          tile.offset(x), x.rowStride());
    }

    @Override
    public List<View> views() {
      return List.of(out, x);
    }
  }

  /** Rows of another space. */
  record Gather(int map, int width, View out, View from) implements Step {
    @Override
    public <A> void run(Tile<A> tile) {
      tile.kernels.gather(tile.maps[map], tile.firstRow, tile.rows, width, tile.array(from), tile.array(out),
          tile.offset(out));
    }

    @Override
    public List<View> views() {
      return List.of(out, from);
    }
  }

  /** Rows added to those of another space. */
  record Sum(int map, int width, View out, View x) implements Step {
    @Override
    public <A> void run(Tile<A> tile) {
      tile.kernels.scatterAdd(tile.maps[map], tile.firstRow, tile.rows, width, tile.array(x), tile.offset(x),
          tile.array(out));
    }

    @Override
    public List<View> views() {
      return List.of(out, x);
    }
  }

  /** Rows of a reordered pass put back where they belong. */
  record Scatter(int map, int width, View out, View x) implements Step {
    @Override
    public <A> void run(Tile<A> tile) {
      tile.kernels.scatter(tile.maps[map], tile.firstRow, tile.rows, width, tile.array(x), tile.offset(x),
          tile.array(out));
    }

    @Override
    public List<View> views() {
      return List.of(out, x);
    }
  }

  /**
   * Static loops around a kernel, unrolled into offsets.
   *
   * @param out offsets in the result, one for each turn; likewise the operands'
   */
  record Outer(int[] out, int[] a, int[] b) {
    static final Outer ONCE = new Outer(new int[1], new int[1], new int[1]);

    int count() {
      return out.length;
    }

    static Outer of(List<Nest.Loop> loops) {
      Outer outer = ONCE;
      for (Nest.Loop loop : loops) {
        int n = loop.extent();
        int[] out = new int[outer.count() * n];
        int[] a = new int[out.length];
        int[] b = new int[out.length];
        for (int k = 0; k < out.length; k++) {
          out[k] = outer.out[k / n] + k % n * loop.out();
          a[k] = outer.a[k / n] + k % n * loop.a();
          b[k] = outer.b[k / n] + k % n * loop.b();
        }
        outer = new Outer(out, a, b);
      }
      return outer;
    }
  }
}
