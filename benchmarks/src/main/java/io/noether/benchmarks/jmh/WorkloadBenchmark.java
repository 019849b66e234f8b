package io.noether.benchmarks.jmh;

import io.noether.autodiff.Team;
import io.noether.benchmarks.workloads.BenchStructures;
import io.noether.benchmarks.workloads.Network;
import io.noether.benchmarks.workloads.Workload;
import java.nio.file.Path;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * The workloads of {@code noether bench}: energy and forces where the neighbours are known, and training steps (loss of
 * energies and forces, gradient of all parameters, optimiser).
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
public class WorkloadBenchmark {
  /** See {@link Workload}. */
  @Param({"MOLECULE", "SILICON", "TRAIN_8", "TRAIN_32", "ETHANOL_8"})
  public Workload workload = Workload.MOLECULE;

  /** Channels of the network. */
  @Param({"128", "64"})
  public int features;

  /** Threads. */
  @Param({"1", "2"})
  public int threads;

  /** Labelled structures, 32 or more. */
  @Param("benchmarks/data/molecules.extxyz")
  public String data = "";

  private Team team = new Team(1);
  private Runnable call = () -> {};

  /** Builds and plans the network. */
  @Setup
  public void prepare() {
    team = new Team(threads);
    call = workload.prepare(Network.PAINN, features, BenchStructures.read(Path.of(data)), team);
  }

  /** Ends the threads. */
  @TearDown
  public void close() {
    team.close();
  }

  /** One call, or one step on the same batch. */
  @Benchmark
  public void call() {
    call.run();
  }
}
