package io.noether.app.calculate;

import io.noether.app.console.Console;
import io.noether.app.console.Failures;
import io.noether.app.console.Interrupts;
import io.noether.app.console.LabelOptions;
import io.noether.app.console.ModelOptions;
import io.noether.app.console.ThreadOption;
import io.noether.core.InputException;
import io.noether.core.Potential;
import io.noether.core.Units;
import io.noether.core.io.ExtendedXyzWriter;
import io.noether.core.io.StructureReader;
import io.noether.core.io.StructureStream;
import io.noether.dynamics.relax.Algorithm;
import io.noether.dynamics.relax.CellRelaxation;
import io.noether.dynamics.relax.Outcome;
import io.noether.dynamics.relax.Relaxation;
import io.noether.dynamics.relax.Relaxed;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code noether relax}. */
@Command(name = "relax", mixinStandardHelpOptions = true, sortOptions = false,
    description = {"Moves atoms, and with --cell the cell too, to a minimum of the energy; all structures of a file in "
        + "turn.", "Exits with 1 if one does not converge; it is written as far as it came."})
public final class RelaxCommand implements Callable<Integer> {
  private final Console console;

  @Mixin
  private ModelOptions model = new ModelOptions();

  @Parameters(index = "1", paramLabel = "STRUCTURES", description = "where to begin")
  private Path input = Path.of("");

  @Option(names = {"-o", "--output"}, required = true, paramLabel = "RELAXED.xyz",
      description = "where relaxed structures go, with energy, forces and stress; appears when it is complete")
  private Path output = Path.of("");

  @Option(names = "--fmax", paramLabel = "F", defaultValue = "0.01",
      description = "until no force on an atom is larger, eV/Å (default: ${DEFAULT-VALUE})")
  private double maxForce;

  @Option(names = "--cell", description = "relax the cell too: lengths and angles")
  private boolean cell;

  @Option(names = "--smax", paramLabel = "S", description = "with --cell: until no row of stress + pressure is longer, "
      + "GPa (default: fmax times atoms over volume)")
  private Optional<Double> maxStress = Optional.empty();

  @Option(names = "--pressure", paramLabel = "P", description = "with --cell: pressure from outside, GPa (default: 0)")
  private Optional<Double> pressure = Optional.empty();

  @Option(names = "--fix", paramLabel = "ATOMS", converter = AtomSet.Reader.class,
      description = "atoms that stay where they are, as 1,2,5-9")
  private AtomSet fixed = AtomSet.NONE;

  @Option(names = "--optimizer", paramLabel = "lbfgs|fire", defaultValue = "lbfgs",
      description = "how (default: ${DEFAULT-VALUE})")
  private Algorithm algorithm = Algorithm.LBFGS;

  @Option(names = "--max-steps", paramLabel = "N", defaultValue = "1000",
      description = "give up after so many steps (default: ${DEFAULT-VALUE})")
  private int maxSteps;

  @Option(names = "--trajectory", paramLabel = "FILE", description = "the way there, a frame for each step")
  private Optional<Path> trajectory = Optional.empty();

  @Option(names = "--json", description = "print one JSON object and nothing else")
  private boolean json;

  @Mixin
  private LabelOptions labels = new LabelOptions();

  @Mixin
  private ThreadOption threads = new ThreadOption();

  /** @param console where the results go */
  public RelaxCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Relaxation relaxation = relaxation();
    var stop = new AtomicBoolean();
    try (var team = threads.team();
        var interrupts = new Interrupts(() -> stop.set(true));
        var stream = StructureReader.open(input, labels.keys());
        var progress = new RelaxationProgress(console, trajectory.map(ExtendedXyzWriter::new), !json, stop)) {
      var potential = model.load(team);
      RelaxationReport report;
      try (var writer = new ExtendedXyzWriter(output)) {
        report = relaxAll(stream, potential, relaxation, progress, writer);
        writer.commit();
      }
      progress.commit();
      int count = report.structures().size();
      console.print(json ? report.json() : "%s: %,d structure%s".formatted(output, count, count == 1 ? "" : "s"));
      return interrupts.exitCode().orElse(report.allConverged() ? 0 : Failures.FAILED);
    }
  }

  private static RelaxationReport relaxAll(StructureStream stream, Potential potential, Relaxation relaxation,
      RelaxationProgress progress, ExtendedXyzWriter writer) {
    var entries = new ArrayList<RelaxationReport.Entry>();
    Outcome outcome = Outcome.CONVERGED;
    while (stream.hasNext() && outcome != Outcome.STOPPED) {
      var structure = stream.next();
      progress.begin(entries.isEmpty() && !stream.hasNext(), structure);
      Relaxed relaxed = relaxation.run(potential, structure, progress);
      outcome = relaxed.outcome();
      writer.write(Predicted.structure(relaxed.last().structure(), relaxed.last().prediction(), stream.found()));
      progress.end(relaxed);
      entries.add(new RelaxationReport.Entry(structure.source(), relaxed));
    }
    return new RelaxationReport(entries);
  }

  private Relaxation relaxation() {
    positive("--fmax", maxForce);
    maxStress.ifPresent(s -> positive("--smax", s));
    if (maxSteps < 0) {
      throw new InputException("--max-steps must not be below 0, as " + maxSteps + " is");
    }
    if (!cell && (pressure.isPresent() || maxStress.isPresent())) {
      throw new InputException(
          (pressure.isPresent() ? "--pressure" : "--smax") + " needs --cell: a fixed cell feels no "
              + "pressure");
    }
    if (!Double.isFinite(pressure.orElse(0.0))) {
      throw new InputException("--pressure must be a finite number, not " + pressure.get());
    }
    var relaxation = Relaxation.DEFAULT.withAlgorithm(algorithm).withMaxForce(maxForce).withMaxSteps(maxSteps)
        .withFixed(fixed.numbers());
    var limit = maxStress.map(s -> OptionalDouble.of(s / Units.GPA_PER_EV_A3)).orElse(OptionalDouble.empty());
    return cell ? relaxation.withCell(new CellRelaxation(pressure.orElse(0.0) / Units.GPA_PER_EV_A3, limit))
        : relaxation;
  }

  private static void positive(String option, double value) {
    if (!(value > 0 && Double.isFinite(value))) {
      throw new InputException(option + " must be above zero, not " + value);
    }
  }
}
