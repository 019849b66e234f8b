package io.noether.app.graphs;

import io.noether.app.console.Console;
import io.noether.app.console.ThreadOption;
import io.noether.core.io.AtomicFile;
import io.noether.graphs.molecules.MoleculeModelFile;
import io.noether.graphs.molecules.MoleculeSampler;
import io.noether.graphs.molecules.SamplingPlan;
import io.noether.smiles.KnownMolecules;
import io.noether.smiles.MoleculePage;
import io.noether.smiles.SampleScore;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code noether molecules sample}. */
@Command(name = "sample", mixinStandardHelpOptions = true, sortOptions = false,
    description = {"Generates molecules and says how many are valid, unique and novel.",
        "Valid: connected, with possible valences, exactly as generated; nothing is repaired.",
        "Unique: different canonical SMILES over valid samples. Novel: not in the training set, over unique ones."})
final class MoleculesSampleCommand implements Callable<Integer> {
  private final Console console;

  @Spec
  private CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "MODEL", description = "a model of noether molecules train")
  private Path model = Path.of("");

  @Option(names = {"-n", "--samples"}, defaultValue = "10000", paramLabel = "N",
      description = "how many to generate (default: ${DEFAULT-VALUE})")
  private int count;

  @Option(names = "--mask", description = "accept bonds only while valences allow, and join pieces")
  private boolean mask;

  @Option(names = "--rounds", defaultValue = "50", paramLabel = "N",
      description = "steps from noise to a molecule; 1 decodes once (default: ${DEFAULT-VALUE})")
  private int rounds;

  @Option(names = "--temperature", defaultValue = "2.7", paramLabel = "X",
      description = "1 is what was learned; more makes samples more novel and fewer valid (default: ${DEFAULT-VALUE})")
  private double temperature;

  @Option(names = "--seed", defaultValue = "1", paramLabel = "N",
      description = "decides all noise (default: ${DEFAULT-VALUE})")
  private long seed;

  @Option(names = {"-o", "--out"}, paramLabel = "FILE.smi", description = "canonical SMILES of the different molecules")
  private Optional<Path> out = Optional.empty();

  @Option(names = "--picture", paramLabel = "FILE.png|svg", description = "a page of drawn samples")
  private Optional<Path> picture = Optional.empty();

  @Option(names = "--json", description = "print one JSON object and nothing else")
  private boolean json;

  @Mixin
  private ThreadOption threads = new ThreadOption();

  MoleculesSampleCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    checkOptions();
    picture.ifPresent(MoleculePage::format);
    var file = MoleculeModelFile.read(model);
    try (var team = threads.team()) {
      long start = System.nanoTime();
      var plan = new SamplingPlan(rounds, temperature, mask, seed);
      var samples = new MoleculeSampler(file.model(), team).sample(count, plan,
          done -> live("generated %,d of %,d".formatted(done, count)));
      double seconds = (System.nanoTime() - start) * 1e-9;
      var score = SampleScore.of(samples, new KnownMolecules(file.known()));
      out.ifPresent(path -> write(path, score.unique()));
      picture.ifPresent(path -> MoleculePage.write(path, score.firstOfEach()));
      var report = new SampleReport(score, mask, seconds);
      console.print(json ? report.json() : report.text());
      return 0;
    }
  }

  private void live(String text) {
    if (!json) {
      console.live(text);
    }
  }

  private static void write(Path path, Set<String> names) {
    AtomicFile.write(path, stream -> {
      for (String name : names) {
        stream.write((name + "\n").getBytes(StandardCharsets.UTF_8));
      }
    });
  }

  private void checkOptions() {
    require(count >= 1 && count <= 10_000_000, "--samples must be from 1 to 10000000, not " + count);
    require(rounds >= 1 && rounds <= 10_000, "--rounds must be from 1 to 10000, not " + rounds);
    require(temperature > 0 && temperature <= 1000, "--temperature must be in 0..1000, not " + temperature);
  }

  private void require(boolean condition, String message) {
    if (!condition) {
      throw new CommandLine.ParameterException(spec.commandLine(), message);
    }
  }
}
