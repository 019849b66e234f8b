package io.noether.app.calculate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import org.junit.jupiter.api.Test;

/** Atoms and times as options have them. */
class MdNumbersTest {
  @Test
  void atomsAndTimesAsPeopleWriteThem() {
    assertEquals(Set.of(0, 1, 4, 5, 6), new AtomSet.Reader().convert("1, 2,5-7").numbers());
    assertEquals(20_000, new Femtoseconds().convert("20ps"));
    assertEquals(0.25, new Femtoseconds().convert("0.25"));
    assertEquals("0.25 fs", Femtoseconds.text(0.25));
    assertEquals("100 fs", Femtoseconds.text(100));
    assertEquals("20.00 ps", Femtoseconds.text(20_000));
  }
}
