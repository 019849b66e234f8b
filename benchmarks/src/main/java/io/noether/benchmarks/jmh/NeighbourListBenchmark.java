package io.noether.benchmarks.jmh;

import io.noether.benchmarks.workloads.Silicon;

import io.noether.core.Structure;
import io.noether.core.neighbours.NeighbourSearch;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** All neighbours within 5 Å in silicon, 28 of each atom, on one thread. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
public class NeighbourListBenchmark {
  /** About how many atoms; 10000 makes 10648 and 100000 makes 97336. */
  @Param({"1000", "10000", "100000"})
  public int atoms;

  private final NeighbourSearch search = new NeighbourSearch();
  private Structure structure = Silicon.cube(1);

  /** Builds the crystal. */
  @Setup
  public void build() {
    structure = Silicon.cube(Silicon.cellsFor(atoms));
  }

  /** One search in memory that was used before. */
  @Benchmark
  public int find() {
    search.find(structure, 5);
    return search.count();
  }
}
