package io.noether.testkit.random;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.noether.core.Element;
import io.noether.core.Structure;
import io.noether.core.neighbours.NeighbourList;
import io.noether.testkit.jqwik.Atomistic;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class DistancesTest {
  @Provide
  Arbitrary<Structure> periodic() {
    return Atomistic.periodic(List.of(Element.bySymbol("C")), 1, 5);
  }

  @Property(tries = 100)
  void everyNeighbourIsSeen(@ForAll("periodic") Structure structure) {
    var seen = new AtomicInteger();
    Distances.all(structure, 4, distance -> seen.incrementAndGet() > 0);
    var list = NeighbourList.build(structure, 4);
    int ofThemselves = 0;
    for (int edge = 0; edge < list.count(); edge++) {
      ofThemselves += list.receivers()[edge] == list.senders()[edge] ? 1 : 0;
    }
    assertEquals(ofThemselves + (list.count() - ofThemselves) / 2, seen.get());
  }
}
