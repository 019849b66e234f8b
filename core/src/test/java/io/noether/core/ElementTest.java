package io.noether.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class ElementTest {
  @Test
  void theTableIsInOrderOfAtomicNumber() {
    assertEquals(Element.COUNT, Element.values().length);
    var landmarks = Map.of(1, "H", 6, "C", 14, "Si", 26, "Fe", 57, "La", 71, "Lu", 79, "Au", 92, "U", 118, "Og");
    landmarks.forEach((number, symbol) -> {
      assertEquals(symbol, Element.of(number).symbol());
      assertEquals(number, Element.bySymbol(symbol).atomicNumber());
    });
  }

  /** Masses grow with the atomic number but for the pairs that puzzled Mendeleev, and a few short-lived elements. */
  @Test
  void massesGrow() {
    int inversions = 0;
    for (int z = 1; z < 95; z++) {
      double step = Element.of(z + 1).mass() - Element.of(z).mass();
      assertTrue(step < 13 && step > -7, Element.of(z) + " to the next: " + step);
      inversions += step < 0 ? 1 : 0;
    }
    // Ar-K, Co-Ni, Te-I, Th-Pa, U-Np, Pu-Am.
    assertEquals(6, inversions);
  }

  @Test
  void unknownElementsAreNamed() {
    assertMessage("unknown element 'FE'; did you mean Fe?", () -> Element.bySymbol("FE"));
    assertMessage("unknown element 'Qq'; use a symbol such as Si", () -> Element.bySymbol("Qq"));
    assertMessage("unknown element ''; use a symbol such as Si", () -> Element.bySymbol(""));
    assertMessage("no element has atomic number 119; use 1 to 118", () -> Element.of(119));
    assertMessage("no element has atomic number 0; use 1 to 118", () -> Element.of(0));
  }

  private static void assertMessage(String message, Executable call) {
    assertEquals(message, assertThrows(InputException.class, call).getMessage());
  }
}
