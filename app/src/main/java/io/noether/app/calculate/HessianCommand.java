package io.noether.app.calculate;

import io.noether.app.console.Console;
import io.noether.app.console.LabelOptions;
import io.noether.app.console.ModelOptions;
import io.noether.app.console.ThreadOption;
import io.noether.app.plots.SpectrumPlot;

import io.noether.autodiff.Precision;
import io.noether.core.InputException;
import io.noether.core.Structure;
import io.noether.core.io.StructureReader;
import io.noether.dynamics.relax.Relaxation;
import io.noether.dynamics.relax.RelaxationListener;
import io.noether.dynamics.vibrations.Vibrations;
import io.noether.nn.files.ModelFile;
import io.noether.nn.inference.NeuralPotential;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code noether hessian}, also called {@code phonons}. */
@Command(name = "hessian", aliases = "phonons", mixinStandardHelpOptions = true, sortOptions = false,
    description = {"Vibrations of relaxed molecules, and phonons at Gamma of relaxed crystals, from the exact second "
        + "derivatives of the energy, in double precision.",
        "Translations and rotations are not projected out: how near zero they are is shown."})
public final class HessianCommand implements Callable<Integer> {
  /** A structure with a larger force than this, eV/Å, is not at a minimum of the energy. */
  private static final double RELAXED = 0.01;

  private final Console console;

  @Parameters(index = "0", paramLabel = "MODEL", description = "model.safetensors, or the directory of a run")
  private Path model = Path.of("");

  @Parameters(index = "1", paramLabel = "STRUCTURES", description = "relaxed structures")
  private Path input = Path.of("");

  @Option(names = "--relax", description = "relax the atoms first, not the cell")
  private boolean relax;

  @Option(names = "--fmax", paramLabel = "F", defaultValue = "1e-6",
      description = "with --relax: until no force is larger, eV/Å (default: ${DEFAULT-VALUE})")
  private double maxForce;

  @Option(names = {"-o", "--output"}, paramLabel = "MODES.xyz",
      description = "the modes, a frame for each, its displacements in three columns; viewers can animate them")
  private Optional<Path> output = Optional.empty();

  @Option(names = "--plot", paramLabel = "FILE.png", description = "the spectrum of the first structure as a picture")
  private Optional<Path> plot = Optional.empty();

  @Option(names = "--json", description = "print one JSON object and nothing else")
  private boolean json;

  @Mixin
  private LabelOptions labels = new LabelOptions();

  @Mixin
  private ThreadOption threads = new ThreadOption();

  /** @param console where the results go */
  public HessianCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    if (!(maxForce > 0)) {
      throw new InputException("--fmax must be above zero, not " + maxForce);
    }
    var reports = new ArrayList<VibrationReport>();
    try (var team = threads.team();
        var stream = StructureReader.open(input, labels.keys());
        var modes = new ModeWriter(output)) {
      var potential = ModelFile.read(ModelOptions.file(model)).potential(Precision.FLOAT64, team);
      while (stream.hasNext()) {
        var report = vibrations(potential, stream.next());
        modes.write(report.vibrations());
        reports.add(report);
        if (!json) {
          console.print(report.text());
        }
      }
      modes.commit();
    }
    if (json) {
      console.print(VibrationReport.json(reports));
    }
    if (plot.isPresent() && !reports.isEmpty()) {
      SpectrumPlot.write(reports.getFirst().vibrations(), plot.get(), console);
    }
    return 0;
  }

  private VibrationReport vibrations(NeuralPotential potential, Structure given) {
    var relaxation = Relaxation.DEFAULT.withMaxForce(relax ? maxForce : RELAXED).withMaxSteps(relax ? 10_000 : 0);
    var relaxed = relaxation.run(potential, given, RelaxationListener.SILENT);
    if (!relaxed.converged()) {
      console.warn("%s: the largest force is %.2g eV/Å, so this is no minimum of the energy; %s".formatted(
          given.source(), relaxed.last().maxForce(), relax ? relaxed.outcome().reason() : "--relax finds one"));
    }
    var structure = relaxed.last().structure();
    var vibrations = Vibrations.of(potential, structure);
    if (vibrations.imaginary() > 0) {
      console.warn("%s: %d imaginary mode%s (negative below): the energy falls along %s".formatted(given.source(),
          vibrations.imaginary(), vibrations.imaginary() == 1 ? "" : "s", vibrations.imaginary() == 1 ? "it" : "them"));
    }
    return new VibrationReport(vibrations, relaxed.last().prediction().energy(), relaxed.last().maxForce());
  }
}
