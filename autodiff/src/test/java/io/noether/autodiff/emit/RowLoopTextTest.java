package io.noether.autodiff.emit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.noether.autodiff.Function;
import io.noether.autodiff.emit.loop.Address;
import io.noether.autodiff.emit.loop.Base;
import io.noether.autodiff.emit.loop.Instruction;
import io.noether.autodiff.emit.loop.Part;
import io.noether.autodiff.emit.loop.RowLoop;
import io.noether.autodiff.emit.loop.Value;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The dump of a loop with one of everything. */
class RowLoopTextTest {
  @Test
  void readsLikeTheLoops() {
    Base tile = new Base(0, 384, Base.NO_MAP);
    Base mapped = new Base(1, 128, 2);
    Base shared = new Base(2, 0, Base.NO_MAP);
    Value c = new Value(0, false);
    Value x = new Value(1, true);
    Value y = new Value(2, true);
    Value z = new Value(3, true);
    Value sum = new Value(4, false);
    Value s = new Value(5, false);
    var loop = new RowLoop("pass7_edges", List.of(
        new Part.Straight(List.of(new Instruction.Load(c, new Address(shared, 3, List.of())))),
        new Part.Repeat(3,
            List.of(
                new Part.Sweep(128, true,
                    List.of(new Instruction.Load(x, new Address(tile, 0, List.of(128, 1))),
                        new Instruction.Load(y, new Address(mapped, 0, List.of(0, 1))),
                        new Instruction.ProductSum(z, x, c, y),
                        new Instruction.Store(new Address(mapped, 128, List.of(0, 1)), z),
                        new Instruction.Accumulate(sum, x, z))),
                new Part.Straight(List.of(new Instruction.Call(s, Function.TANH, sum),
                    new Instruction.Store(new Address(shared, 0, List.of(1)), s)))))));
    assertEquals("""
        void pass7_edges(rows) {
          for (row = 0; row < rows; row++) {
            float v0 = a2[3];
            for (i = 0; i < 3; i++) {
              float v4 = 0;
              for (k = 0; k < 128; k += lanes) {
                float w1 = a0[row*384 + i*128 + k];
                float w2 = a1[m2[row]*128 + k];
                float w3 = w1 * v0 + w2;
                a1[m2[row]*128 + k + 128] = w3;
                v4 += w1 * w3;
              }
              float v5 = tanh(v4);
              a2[i] = v5;
            }
          }
        }
        """, loop.toText());
  }
}
