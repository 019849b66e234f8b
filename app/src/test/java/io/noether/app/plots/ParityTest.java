package io.noether.app.plots;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ParityTest {
  @Test
  void aPlotKeepsEvenlySpacedPoints() {
    var parity = new Parity();
    for (int k = 0; k < 200_000; k++) {
      parity.add(k, k + 1);
    }
    double[] kept = parity.labels(0, 1);
    double[] predicted = parity.predictions(0, 1);
    assertTrue(kept.length > 10_000 && kept.length <= 1 << 15, () -> kept.length + " points");
    for (int k = 0; k < kept.length; k++) {
      assertEquals(8.0 * k, kept[k]);
      assertEquals(kept[k] + 1, predicted[k]);
    }
  }
}
