package io.noether.app.calculate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.noether.nn.training.errors.Deviation;
import io.noether.nn.training.errors.Errors;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ErrorTableTest {
  @Test
  void stressIsShownInBothUnits() {
    var table = new ErrorTable();
    table.row("test", new Errors(7, 21, Optional.empty(), Optional.of(new Deviation(12.5, 20)),
        Optional.of(new Deviation(10, 20))));
    String row = table.toString().lines().skip(2).findFirst().orElseThrow();
    assertEquals("test 7 - - 12.50 20.00 10.000 20.000 1.602 3.204", row.replaceAll(" +", " "));
  }
}
