package io.noether.autodiff.plan.run;

import io.noether.autodiff.Precision;
import io.noether.autodiff.emit.MatrixMultiplier;
import io.noether.autodiff.emit.RowKernel;
import io.noether.autodiff.plan.lower.TileProduct;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * A kernel call as it is run: by scalar code until the JVM has compiled the vector code, which until then is many times
 * slower than scalar code. Both give the same bits, so results do not depend on when that happens.
 */
sealed interface TileCall {
  /** Runs on a tile. */
  void run(Tile tile);

  /** A generated kernel. */
  final class Rows implements TileCall {
    private final RowKernel scalar;
    private final Supplier<RowKernel> vector;
    private volatile RowKernel current;

    /** @param vector makes the vector code; asked only when that is wanted, as making it takes a while */
    Rows(RowKernel scalar, Supplier<RowKernel> vector) {
      this.scalar = scalar;
      this.vector = vector;
      this.current = scalar;
    }

    RowKernel scalar() {
      return scalar;
    }

    RowKernel vector() {
      return vector.get();
    }

    /** From now on vector code is run. */
    void useVectors() {
      current = vector.get();
    }

    @Override
    public void run(Tile tile) {
      current.run(tile.arrays, tile.offsets, tile.maps, tile.firstRow, tile.rows);
    }
  }

  /** A matrix product. Products of one shape change to vector code together. */
  final class Matrices implements TileCall {
    private final TileProduct product;
    private final MatrixMultiplier scalar;
    private final MatrixMultiplier vector;
    private final AtomicBoolean vectors;

    Matrices(TileProduct product, Precision precision) {
      this(product, MatrixMultiplier.scalar(precision), MatrixMultiplier.fastest(precision), new AtomicBoolean());
    }

    private Matrices(TileProduct product, MatrixMultiplier scalar, MatrixMultiplier vector, AtomicBoolean vectors) {
      this.product = product;
      this.scalar = scalar;
      this.vector = vector;
      this.vectors = vectors;
    }

    /** Another product of the same shape. */
    Matrices of(TileProduct other) {
      return new Matrices(other, scalar, vector, vectors);
    }

    MatrixMultiplier scalar() {
      return scalar;
    }

    MatrixMultiplier vector() {
      return vector;
    }

    TileProduct product() {
      return product;
    }

    /** From now on vector code is run. */
    void useVectors() {
      vectors.set(true);
    }

    @Override
    public void run(Tile tile) {
      run(tile, vectors.get() ? vector : scalar);
    }

    private void run(Tile tile, MatrixMultiplier multiplier) {
      TileProduct p = product;
      int m = p.i().count(tile.rows);
      int k = p.l().count(tile.rows);
      TileProduct.Around around = p.around();
      for (int turn = 0; turn < around.out().length; turn++) {
        multiplier.run(m, p.j().extent(), k, tile.array(p.a()), tile.offset(p.a()) + around.a()[turn],
            p.i().a(), p.l().a(), tile.array(p.b()), tile.offset(p.b()) + around.b()[turn], p.l().b(),
            tile.array(p.out()), tile.offset(p.out()) + around.out()[turn], p.i().out(), p.alpha(),
            p.add() || !around.first()[turn]);
      }
    }
  }
}
