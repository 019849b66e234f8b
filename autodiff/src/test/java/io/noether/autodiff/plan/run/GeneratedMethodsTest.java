package io.noether.autodiff.plan.run;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.noether.autodiff.Gradients;
import io.noether.autodiff.Graph;
import io.noether.autodiff.Index;
import io.noether.autodiff.Precision;
import io.noether.autodiff.Space;
import io.noether.autodiff.Tensor;
import io.noether.autodiff.emit.RowKernels;
import io.noether.autodiff.emit.VectorModule;
import io.noether.autodiff.emit.loop.Size;
import io.noether.autodiff.plan.fuse.Call;
import io.noether.autodiff.plan.fuse.FusedPass;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The JVM never compiles methods of 8000 bytecodes or more, so no generated one may come near. */
class GeneratedMethodsTest {
  /** Many terms on many components: more than fits one sweep or one kernel. */
  @ParameterizedTest
  @ValueSource(ints = {3, 16, 20, 128, 384})
  void staySmall(int width) {
    Space nodes = Space.stored("nodes");
    Space edges = Space.streamed("edges");
    Index receiver = Index.sorted("receiver", edges, nodes);
    var g = new Graph();
    Tensor x = g.input("x", nodes, 5, width);
    Tensor r = g.input("r", edges, 5);
    Tensor sum = g.input("y", nodes, 5, width);
    for (int term = 1; term < 40; term++) {
      Tensor scaled = x.times(term).silu();
      sum = sum.plus(scaled.times(sum));
      sum = sum.plus(g.contract("a,ab->ab", r, scaled.gather(receiver))
          .sum(receiver));
    }
    Tensor total = g.contract("ab->", sum.total());
    List<Tensor> outputs = new ArrayList<>(List.of(total));
    outputs.addAll(Gradients.of(total, List.of(x, r)));
    for (Precision precision : Precision.values()) {
      int lanes = VectorModule.lanes(precision);
      for (FusedPass pass : Plan.of(outputs, precision).passes()) {
        for (Call call : pass.calls()) {
          if (call instanceof Call.Rows(var loop)) {
            for (boolean vectors : new boolean[] {true, false}) {
              int size = RowKernels.size(loop, precision, lanes, vectors);
              assertTrue(size < Size.LIMIT, () -> size + " bytecodes in " + loop.name());
            }
          }
        }
      }
    }
  }
}
