package io.noether.benchmarks.scale;

import io.noether.benchmarks.workloads.Silicon;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Which crystals to measure. */
public final class ScaleOptions {
  private static final double MOST_ATOMS = 5e7;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command = CommandSpec.create();

  @Option(names = "--scale",
      description = "measure silicon of growing size instead: time and memory per atom of calls and training steps")
  private boolean asked;

  @Option(names = "--sizes", split = ",", paramLabel = "N", defaultValue = "1e2,1e3,1e4,1e5,1e6",
      description = "about how many atoms, for --scale; rounded to whole cubes (default: ${DEFAULT-VALUE})")
  private List<Double> sizes = List.of();

  @Option(names = "--cutoffs", split = ",", paramLabel = "Å", defaultValue = "4,5,6",
      description = "for --scale, Å, at the size nearest below 11,000 (default: ${DEFAULT-VALUE})")
  private List<Double> cutoffs = List.of();

  /** Whether crystals are to be measured at all. */
  public boolean asked() {
    return asked;
  }

  /** The crystals. */
  public ScaleRun run() {
    for (double n : sizes) {
      check(n >= 1 && n <= MOST_ATOMS, "--sizes must be from 1 to 5e7 atoms, not " + n);
    }
    for (double cutoff : cutoffs) {
      check(cutoff >= 2.5 && cutoff <= 20, "--cutoffs must be from 2.5 to 20 Å, not " + cutoff);
    }
    return new ScaleRun(sizes.stream().map(Silicon::cellsFor).distinct().sorted().toList(),
        cutoffs.stream().distinct().sorted().toList());
  }

  private void check(boolean right, String message) {
    if (!right) {
      throw new CommandLine.ParameterException(command.commandLine(), message);
    }
  }
}
