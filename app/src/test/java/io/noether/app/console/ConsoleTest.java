package io.noether.app.console;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What people see: live lines, plain lines, and times. */
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
  void timesAreShort() {
    assertEquals("0s", Elapsed.text(0.4));
    assertEquals("59s", Elapsed.text(59.4));
    assertEquals("1m00s", Elapsed.text(59.6));
    assertEquals("2h05m", Elapsed.text(7530));
  }

  private Console console(boolean terminal) {
    return new Console(new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8), terminal);
  }
}
