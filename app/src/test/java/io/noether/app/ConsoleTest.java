package io.noether.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.noether.nn.training.errors.Deviation;
import io.noether.nn.training.errors.Errors;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What people see: live lines, tables, times, and the points of a plot. */
class ConsoleTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void aLiveLineGivesWayToARealOne() {
    var console = console(true);
    console.live("1 of 2");
    console.live("2 of 2");
    console.print("done");
    console.print("and more");
    assertEquals("\r\u001b[K1 of 2\r\u001b[K2 of 2\r\u001b[Kdone\nand more\n", out.toString(StandardCharsets.UTF_8));
  }

  @Test
  void aFileGetsPlainLinesAlone() {
    var console = console(false);
    console.live("1 of 2");
    console.print("done");
    console.warn("two\nlines");
    assertEquals("done\n", out.toString(StandardCharsets.UTF_8));
    assertEquals("noether: warning: two lines\n", err.toString(StandardCharsets.UTF_8));
  }

  @Test
  void stressIsShownInBothUnits() {
    var table = new ErrorTable();
    table.row("test", new Errors(7, 21, Optional.empty(), Optional.of(new Deviation(12.5, 20)),
        Optional.of(new Deviation(10, 20))));
    String row = table.toString().lines().skip(2).findFirst().orElseThrow();
    assertEquals("test 7 - - 12.50 20.00 10.000 20.000 1.602 3.204", row.replaceAll(" +", " "));
  }

  @Test
  void timesAreShort() {
    assertEquals("0s", TrainingProgress.time(0.4));
    assertEquals("59s", TrainingProgress.time(59.4));
    assertEquals("1m00s", TrainingProgress.time(59.6));
    assertEquals("2h05m", TrainingProgress.time(7530));
  }

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

  private Console console(boolean terminal) {
    return new Console(new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8), terminal);
  }
}
