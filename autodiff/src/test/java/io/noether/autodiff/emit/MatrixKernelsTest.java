package io.noether.autodiff.emit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.noether.autodiff.Precision;
import io.noether.autodiff.emit.MatrixBlock.Layout;
import io.noether.autodiff.emit.loop.Size;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MatrixKernelsTest {
  @ParameterizedTest
  @EnumSource(Layout.class)
  void largestBlocksAreSmallEnoughForTheCompiler(Layout layout) {
    for (Precision precision : Precision.values()) {
      for (int lanes : new int[] {1, 16}) {
        var block = new MatrixBlock(MatrixBlock.MOST_ROWS, MatrixBlock.MOST_VECTORS, lanes, layout, true, lanes > 1);
        int size = MatrixKernels.size(block, precision);
        assertTrue(size < Size.LIMIT / 2, () -> size + " bytecodes: " + block);
      }
    }
  }

  /** What a profiler shows. */
  @ParameterizedTest
  @EnumSource(Precision.class)
  void areNamedAfterTheirBlocks(Precision precision) {
    var kernel = MatrixKernels.emit(new MatrixBlock(6, 4, 1, Layout.ROWS, true, false), precision);
    String name = kernel.getClass().getName();
    assertEquals("io.noether.autodiff.emit.MatrixBlock_6x4x1_rows_add", name.substring(0, name.indexOf('/')));
  }
}
