package io.noether.app.calculate;

import io.noether.app.console.Console;
import io.noether.app.console.Interrupts;
import io.noether.app.console.Leftovers;
import io.noether.app.console.ModelOptions;
import io.noether.app.console.ThreadOption;
import io.noether.core.InputException;
import io.noether.core.Structure;
import io.noether.core.io.Sha256;
import io.noether.core.io.StructureReader;
import io.noether.dynamics.md.MdFiles;
import io.noether.dynamics.md.MdPlan;
import io.noether.dynamics.md.MdRun;
import io.noether.dynamics.md.MdSettings;
import io.noether.nn.inference.NeuralPotential;
import io.noether.nn.inference.Tuning;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code noether md}. */
@Command(name = "md", mixinStandardHelpOptions = true, sortOptions = false,
    description = {
        "Molecular dynamics: writes a trajectory (extended XYZ: Å, eV, eV/Å, momenta in √(eV·amu)), a CSV with "
            + "energies, temperature, pressure and the conserved quantity, and restart files.",
        "Ctrl-C saves everything and ends the run; the same command with --resume goes on, bit for bit."})
public final class MdCommand implements Callable<Integer> {
  private final Console console;

  @Mixin
  private ModelOptions model = new ModelOptions();

  @Parameters(index = "1", paramLabel = "STRUCTURE",
      description = "what to start from, the last structure of the file; with its momenta, if it has any")
  private Path input = Path.of("");

  @Option(names = {"-o", "--output"}, required = true, paramLabel = "TRAJECTORY.xyz",
      description = "where frames go; the CSV and the restart file are beside it")
  private Path output = Path.of("");

  @Mixin
  private MdOptions options = new MdOptions();

  @Option(names = "--every", paramLabel = "N", description = "steps between frames (default: ${DEFAULT-VALUE})",
      defaultValue = "100")
  private long every = 100;

  @Option(names = "--log", paramLabel = "FILE.csv", description = "where the CSV goes (default: TRAJECTORY.csv)")
  private Optional<Path> log = Optional.empty();

  @Option(names = "--log-every", paramLabel = "N", description = "steps between lines of it (default: as --every)")
  private Optional<Long> logEvery = Optional.empty();

  @Option(names = "--restart-every", paramLabel = "N",
      description = "steps between restart files (default: one a minute)")
  private Optional<Long> restartEvery = Optional.empty();

  @Option(names = "--resume", description = "go on from the restart file; only --steps, --time, what is written and "
      + "limits may change")
  private boolean resume;

  @Option(names = "--skin", paramLabel = "Å", defaultValue = "0.7",
      description = "how far beyond the cutoff neighbours are searched for, to search less often; changes no bit "
          + "(default: ${DEFAULT-VALUE})")
  private double skin;

  @Mixin
  private ThreadOption threads = new ThreadOption();

  /** @param console where the results go */
  public MdCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    var settings = options.settings();
    var plan = options.plan(every, logEvery.orElse(every), restartEvery);
    var files = files();
    checkSkin();
    try (var team = threads.team()) {
      // Many small calls: tables pay from the first edge on.
      var potential = model.load(team, Tuning.DEFAULT.withTableEdges(0));
      var structure = structure();
      var progress = new MdProgress(console, plan, structure.size());
      progress.announce(structure, potential, settings, files, threads.count());
      try (var run = run(potential, structure, settings, files, plan)) {
        return finish(run, progress);
      }
    }
  }

  private MdRun run(NeuralPotential potential, Structure structure, MdSettings settings, MdFiles files, MdPlan plan) {
    var following = potential.withVerletList(skin);
    Map<String, String> origin = Map.of("model", Sha256.of(model.file()),
        "precision", potential.precision().name().toLowerCase(Locale.ROOT));
    if (!resume) {
      return MdRun.start(following, structure, settings, files, plan, origin);
    }
    var run = MdRun.resume(following, structure, settings, files, plan, origin);
    Leftovers.deleteOf(files.restart());
    return run;
  }

  private int finish(MdRun run, MdProgress progress) {
    progress.started(run.dynamics());
    boolean done;
    OptionalInt interrupted;
    try (var interrupts = new Interrupts(() -> {
      run.requestStop();
      console.note("stopping after this step and saving; a second Ctrl-C aborts");
    })) {
      done = run.run(progress);
      interrupted = interrupts.exitCode();
    }
    progress.finished(run.dynamics(), done);
    return interrupted.orElse(0);
  }

  private void checkSkin() {
    if (!(skin >= 0 && skin <= 100)) {
      throw new InputException("--skin must be from 0 to 100 Å, not " + skin);
    }
  }

  private MdFiles files() {
    if (output.toString().endsWith(".gz")) {
      throw new InputException("--output " + output + ": trajectories grow frame by frame and are not gzipped; leave "
          + ".gz out");
    }
    var beside = MdFiles.beside(output);
    var files = new MdFiles(output, log.orElse(beside.log()), beside.restart());
    if (files.log().equals(output) || files.restart().equals(output) || files.restart().equals(files.log())) {
      throw new InputException("--output " + output + ", the CSV " + files.log() + " and the restart file "
          + files.restart() + " must have different names; use .xyz and .csv");
    }
    return files;
  }

  private Structure structure() {
    var structures = StructureReader.read(input);
    if (structures.size() > 1) {
      console.note(input + ": has " + structures.size() + " structures; the last is taken");
    }
    return structures.getLast();
  }
}
