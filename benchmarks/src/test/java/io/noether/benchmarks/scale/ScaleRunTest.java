package io.noether.benchmarks.scale;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.noether.autodiff.Workers;
import io.noether.benchmarks.workloads.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class ScaleRunTest {
  /** Stands for a heap that is too small. */
  private static final class NoMemory implements Workers {
    @Override
    public int count() {
      return 2;
    }

    @Override
    public void run(int parts, Task task) {
      throw new OutOfMemoryError("Java heap space");
    }
  }

  @Test
  void whatDoesNotFitIsALineAndTheLast() {
    var tried = new ArrayList<String>();
    var lines = new ArrayList<String>();
    new ScaleRun(List.of(1, 2), List.of(4.0, 5.0)).run(ScaleKind.PREDICT, Network.PAINN, 2, 1e-3, new NoMemory(),
        tried::add,
        r -> lines.add(r.line()));
    assertEquals(List.of("predict, 2 features, cutoff 5.0 Å, 8 atoms"), tried);
    assertTrue(lines.getFirst().contains("does not fit into a heap of") && lines.getFirst().contains("-Xmx16g"),
        lines.getFirst());
  }

  @Test
  void largeCrystalsAreNotTrainedOn() {
    var tried = new ArrayList<String>();
    new ScaleRun(List.of(24), List.of()).run(ScaleKind.TRAIN, Network.PAINN, 2, 1e-3, new NoMemory(), tried::add,
        _ -> {});
    assertEquals(List.of(), tried);
  }

  @Test
  void rowsAreSummedUp() {
    var results = new ArrayList<ScaleResult>();
    results.add(row(5, 1000, 5, 28_000, 30, 10_000_000));
    results.add(row(11, 10648, 5, 300_000, 351.384, 100_000_000));
    results.add(row(11, 10648, 4, 170_000, 300, 95_000_000));
    results.add(row(11, 10648, 6, 470_000, 400, 110_000_000));
    results.add(new ScaleResult.TooLarge(new ScaleCase(ScaleKind.PREDICT, Network.PAINN, 64, 5, 23), 1_000_000_000));
    assertEquals(List.of("time per atom from 1,000 to 10,648 atoms: 30.0 to 33.0 µs, 10 % apart",
        "memory of 10,648 atoms grows by 50 bytes for each edge more"), ScaleSummary.of(results).lines());
    assertEquals(List.of(), new ScaleSummary(List.of()).lines());
  }

  private static ScaleResult row(int cells, int atoms, double cutoff, int edges, double milliseconds, long bytes) {
    var of = new ScaleCase(ScaleKind.PREDICT, Network.PAINN, 64, cutoff, cells);
    assertEquals(atoms, of.atoms());
    return new ScaleResult.Measured(of, edges, milliseconds, bytes, OptionalDouble.empty());
  }
}
