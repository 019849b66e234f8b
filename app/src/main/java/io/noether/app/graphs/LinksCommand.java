package io.noether.app.graphs;

import io.noether.app.console.Console;
import io.noether.app.console.Interrupts;
import io.noether.app.console.ThreadOption;

import io.noether.core.InputException;
import io.noether.graphs.links.CitationGraph;
import io.noether.graphs.links.LinkNetwork;
import io.noether.graphs.links.LinkPrediction;
import io.noether.graphs.links.LinkResult;
import io.noether.graphs.links.LinkSettings;
import io.noether.graphs.links.Prior;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.stream.LongStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code noether links}. */
@Command(name = "links", mixinStandardHelpOptions = true, sortOptions = false,
    description = {"Predicts the missing links of a citation graph with a variational graph autoencoder.",
        "A tenth of the edges are for the test and a twentieth for validation, each with as many pairs that are no edges "
            + "(Kipf and Welling 2016); every seed makes a split and a network of its own."})
public final class LinksCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(index = "0", paramLabel = "DATA", description = {"a folder with edges.tsv (two node numbers a line) and",
      "features.tsv (line i: the words of node i)"})
  private Path data = Path.of("");

  @Option(names = "--model", paramLabel = "MODEL", defaultValue = "sn2",
      description = "vgae (Kipf and Welling's) or sn2 (second order) (default: ${DEFAULT-VALUE})")
  private LinkNetwork.Kind model = LinkNetwork.Kind.SN2;

  @Option(names = "--seeds", paramLabel = "N", defaultValue = "10",
      description = "number of seeds (default: ${DEFAULT-VALUE})")
  private int seeds;

  @Option(names = "--seed", paramLabel = "S", defaultValue = "1", description = "the first (default: ${DEFAULT-VALUE})")
  private long seed;

  @Option(names = "--epochs", paramLabel = "N", description = "most optimiser steps (default: 200)")
  private Optional<Integer> epochs = Optional.empty();

  @Option(names = "--hidden", paramLabel = "N", description = "hidden channels (default: vgae 32, sn2 16 over pairs)")
  private Optional<Integer> hidden = Optional.empty();

  @Option(names = "--latent", paramLabel = "N", description = "latent channels of a node (default: vgae 16, sn2 64)")
  private Optional<Integer> latent = Optional.empty();

  @Option(names = "--steps", paramLabel = "N", description = "neighbourhood sums of sn2 (default: 2)")
  private Optional<Integer> steps = Optional.empty();

  @Option(names = "--kl", paramLabel = "W",
      description = "weight of the divergence from the prior, in 1/n² (default: 1)")
  private Optional<Double> divergence = Optional.empty();

  @Option(names = "--prior", paramLabel = "PRIOR", defaultValue = "standard",
      description = "standard (independent nodes) or exchangeable (aI + b11ᵀ) (default: ${DEFAULT-VALUE})")
  private Prior prior = Prior.STANDARD;

  @Option(names = "--results", paramLabel = "FILE.tsv",
      description = {"where each seed's result is kept; seeds that are in it already are not run again,",
          "so the same command goes on after Ctrl-C"})
  private Optional<Path> resultsFile = Optional.empty();

  @Option(names = "--json", description = "print one JSON object and nothing else")
  private boolean json;

  @Mixin
  private ThreadOption threads = new ThreadOption();

  /** @param console where the results go */
  public LinksCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    if (seeds < 1 || seeds > 10_000) {
      throw new InputException("--seeds must be from 1 to 10000, not " + seeds);
    }
    var graph = CitationGraph.read(data);
    if (!json) {
      console.print("%s: %,d nodes, %,d edges, %,d words".formatted(data, graph.nodes(), graph.edges().size(),
          graph.words()));
    }
    long start = System.nanoTime();
    var settings = settings();
    var kept = resultsFile.map(file -> SeedResults.open(file, graph, settings)).orElseGet(SeedResults::inMemory);
    var runs = new SeedRuns(new LinkPrediction(graph, settings), threads.count());
    List<LinkResult> results;
    OptionalInt interrupted;
    try (var interrupts = new Interrupts(() -> stop(runs))) {
      results = runs.of(LongStream.range(seed, seed + seeds), kept, this::progress);
      interrupted = interrupts.exitCode();
    }
    if (!results.isEmpty()) {
      var report = new LinksReport(results, (System.nanoTime() - start) * 1e-9, LinksReport.heapPeak());
      console.print(json ? report.json() : report.text());
    }
    if (results.size() < seeds) {
      console.note("stopped after " + results.size() + " of " + seeds + " seeds" + resultsFile
          .map(_ -> "; the same command goes on").orElse("; with --results they would be kept"));
    }
    return interrupted.orElse(0);
  }

  private void stop(SeedRuns runs) {
    runs.requestStop();
    console.note("stopping after this step; a second Ctrl-C aborts");
  }

  private LinkSettings settings() {
    var settings = LinkSettings.of(model).withPrior(prior);
    settings = epochs.map(settings::withEpochs).orElse(settings);
    var network = settings.network();
    network = hidden.map(network::withHidden).orElse(network);
    network = latent.map(network::withLatent).orElse(network);
    settings = settings.withNetwork(steps.map(network::withSteps).orElse(network));
    return divergence.map(settings::withDivergence).orElse(settings);
  }

  private void progress(LinkResult result) {
    if (!json) {
      console.print(LinksReport.line(result));
    }
  }
}
