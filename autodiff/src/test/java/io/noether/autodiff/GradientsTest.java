package io.noether.autodiff;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class GradientsTest {
  @Test
  void derivativeOfACubicToThirdOrder() {
    var g = new Graph();
    Tensor x = g.input("x", Space.POINT);
    Tensor y = x.times(x).times(x);
    Tensor first = Gradients.of(y, x);
    Tensor second = Gradients.of(first, x);
    Tensor third = Gradients.of(second, x);
    var run = Program.interpreted(List.of(y, first, second, third)).newExecution();
    run.bind(x, new double[] {2});
    run.run();
    assertEquals(8, run.read(y), 0);
    assertEquals(12, run.read(first), 0);
    assertEquals(12, run.read(second), 0);
    assertEquals(6, run.read(third), 0);
  }
}
