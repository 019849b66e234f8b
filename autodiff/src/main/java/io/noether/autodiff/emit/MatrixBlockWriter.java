package io.noether.autodiff.emit;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;

/**
 * Writes the method of a matrix block. With its rows r and vectors v unrolled it is
 *
 * <pre>
 * sum[r][v] = 0;
 * for (int l = 0; l &lt; k; l++) {
 *   y[v] = b[bOffset + v * lanes];                  // this number and the next ones, as many as there are lanes
 *   x = a[aOffset + r * aRow];                      // in all lanes
 *   sum[r][v] = y[v] * x + sum[r][v];
 *   aOffset += aColumn;
 *   bOffset += bRow;
 * }
 * x = alpha;
 * c[cOffset + r * cRow + v * lanes] = sum[r][v] * x;   // + c[...]
 * </pre>
 */
final class MatrixBlockWriter {
  private static final int K = 1;
  private static final int A = 2;
  private static final int A_OFFSET = 3;
  private static final int A_ROW = 4;
  private static final int A_COLUMN = 5;
  private static final int B = 6;
  private static final int B_OFFSET = 7;
  private static final int B_ROW = 8;
  private static final int C = 9;
  private static final int C_OFFSET = 10;
  private static final int C_ROW = 11;
  private static final int ALPHA = 12;
  private static final int LAST = 14;
  /** The first local that is not an argument. */
  static final int FIRST_LOCAL = 15;

  private final MethodWriter code;
  private final CodeBuilder builder;
  private final MatrixBlock block;
  private final Lanes lanes;
  private final int x;
  private final int[] y;
  private final int[][] sums;

  MatrixBlockWriter(MethodWriter code, MatrixBlock block) {
    this.code = code;
    this.builder = code.builder;
    this.block = block;
    this.lanes = block.lanes() == 1 ? new ScalarLanes(code) : new VectorLanes(code, block.lanes());
    this.x = code.local(lanes.kind());
    this.y = locals();
    this.sums = new int[block.rows()][];
    for (int r = 0; r < block.rows(); r++) {
      sums[r] = locals();
    }
  }

  private int[] locals() {
    var locals = new int[block.vectors()];
    for (int v = 0; v < locals.length; v++) {
      locals[v] = code.local(lanes.kind());
    }
    return locals;
  }

  void write() {
    for (int array : new int[] {A, B, C}) {
      builder.aload(array).checkcast(code.numbers.array()).astore(array);
    }
    for (int[] row : sums) {
      for (int sum : row) {
        lanes.constant(0);
        pop(sum);
      }
    }
    code.loop(0, () -> builder.iload(K), 1, l -> {
      addProducts(l);
      if (block.layout() != MatrixBlock.Layout.ROWS) {
        builder.iload(A_OFFSET).iload(A_COLUMN).iadd().istore(A_OFFSET);
      }
      builder.iload(B_OFFSET).iload(B_ROW).iadd().istore(B_OFFSET);
    });
    store();
    builder.return_();
  }

  private void addProducts(int l) {
    for (int v = 0; v < y.length; v++) {
      int vector = v;
      lanes.load(() -> builder.aload(B), () -> index(B_OFFSET, vector));
      pop(y[v]);
    }
    for (int r = 0; r < sums.length; r++) {
      int row = r;
      inAllLanes(() -> {
        builder.aload(A);
        indexOfA(row, l);
        builder.arrayLoad(code.numbers.kind());
      });
      pop(x);
      for (int v = 0; v < y.length; v++) {
        push(y[v]);
        push(x);
        push(sums[r][v]);
        lanes.productSum();
        pop(sums[r][v]);
      }
    }
  }

  private void store() {
    inAllLanes(() -> builder.dload(ALPHA).conversion(TypeKind.DOUBLE, code.numbers.kind()));
    pop(x);
    Runnable choice = choice();
    for (int[] row : sums) {
      for (int v = 0; v < row.length; v++) {
        Runnable array = () -> builder.aload(C);
        int vector = v;
        Runnable index = () -> index(C_OFFSET, vector);
        push(row[v]);
        push(x);
        if (block.add()) {
          lanes.load(array, index);
          lanes.productSum();
        } else {
          lanes.product();
        }
        pop(row[v]);
        lanes.store(array, index, () -> {
          if (block.tail()) {
            lanes.load(array, index);
          }
          push(row[vector]);
          choice.run();
        });
      }
      builder.iload(C_OFFSET).iload(C_ROW).iadd().istore(C_OFFSET);
    }
  }

  /** In a tail: old, new → new in the last lanes only. */
  private Runnable choice() {
    if (block.tail() && lanes instanceof VectorLanes vector) {
      return new LastLanes(code, vector, () -> builder.loadConstant(block.lanes()).iload(LAST).isub())::choose;
    }
    return () -> {};
  }

  private void index(int offset, int v) {
    builder.iload(offset).loadConstant(v * block.lanes()).iadd();
  }

  /** A step of 1 is not a variable; the loop's own counter is what C2 moves index checks out of the loop for. */
  private void indexOfA(int r, int l) {
    builder.iload(A_OFFSET).loadConstant(r);
    switch (block.layout()) {
      case ROWS -> builder.iload(A_ROW).imul().iadd().iload(l).iadd();
      case COLUMNS -> builder.iadd();
      case ANY -> builder.iload(A_ROW).imul().iadd();
    }
  }

  private void inAllLanes(Runnable number) {
    if (lanes instanceof VectorLanes vector) {
      vector.broadcast(number);
    } else {
      number.run();
    }
  }

  private void push(int local) {
    builder.loadLocal(lanes.kind(), local);
  }

  private void pop(int local) {
    builder.storeLocal(lanes.kind(), local);
  }
}
