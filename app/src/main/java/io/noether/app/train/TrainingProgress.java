package io.noether.app.train;

import io.noether.app.console.Console;
import io.noether.app.console.Elapsed;

import io.noether.autodiff.optim.Progress;
import io.noether.core.Element;
import io.noether.nn.training.EpochReport;
import io.noether.nn.training.TrainingListener;
import io.noether.nn.training.TrainingResult;
import io.noether.nn.training.TrainingSummary;
import io.noether.nn.training.errors.Deviation;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/** Shows how training goes: a line for an epoch, not more than one in a while, and within an epoch a rewritten one. */
final class TrainingProgress implements TrainingListener {
  private static final long LINE_EVERY_TERMINAL = 2_000_000_000L; // ns
  private static final long LINE_EVERY_FILE = 5_000_000_000L;
  private static final long LIVE_EVERY = 100_000_000L;
  private static final String HEADER = " epoch      loss   E meV/atom   F meV/Å  struct/s     rate  time left";

  private final Console console;
  private final int threads;
  private final Path directory;
  private long lastLine;
  private long lastLive;
  private Optional<String> held = Optional.empty();

  TrainingProgress(Console console, int threads, Path directory) {
    this.console = console;
    this.threads = threads;
    this.directory = directory;
  }

  @Override
  public void warned(String line) {
    console.warn(line);
  }

  @Override
  public void started(TrainingSummary s) {
    var spec = s.spec();
    var model = spec.architecture();
    console.print("%s, %,d parameters, cutoff %s Å, %s; seed %d, %d thread%s".formatted(model.name(), s.parameters(),
        model.cutoff(), s.config().precision().name().toLowerCase(Locale.ROOT), s.config().seed(), threads,
        threads == 1 ? "" : "s"));
    console.print("%,d structures to train on, %,d for validation; elements %s; reference energies from %s".formatted(
        s.trainingStructures(), s.validationStructures(),
        spec.elements().stream().map(Element::symbol).collect(Collectors.joining(" ")), s.references()));
    console.print("writing to " + directory
        + (s.resumedFromEpoch() > 0 ? ", going on after epoch " + s.resumedFromEpoch() : ""));
    console.print("");
    console.print(HEADER);
    lastLine = System.nanoTime() - LINE_EVERY_FILE;
  }

  @Override
  public void stepped(Progress p) {
    long now = System.nanoTime();
    if (console.isTerminal() && now - lastLive > LIVE_EVERY) {
      lastLive = now;
      console.live(line(p, "%5d/%d".formatted(p.step(), p.stepsPerEpoch()), ""));
    }
  }

  @Override
  public void epochDone(EpochReport report) {
    String line = line(report.progress(), number(report.validation().energy(), "%.2f"),
        number(report.validation().forces(), "%.1f")) + (report.best() ? " *" : "");
    long now = System.nanoTime();
    if (now - lastLine >= (console.isTerminal() ? LINE_EVERY_TERMINAL : LINE_EVERY_FILE)) {
      lastLine = now;
      console.print(line);
      held = Optional.empty();
    } else {
      held = Optional.of(line);
    }
  }

  @Override
  public void finished(TrainingResult r) {
    held.ifPresent(console::print);
    String why = switch (r.ending()) {
      case EPOCHS -> "all epochs done";
      case STEPS -> "all steps done";
      case TIME_LIMIT -> "time limit reached";
      case EARLY_STOPPING -> "no improvement any more";
      case STOP_REQUESTED -> "stopped";
    };
    console.print(
        "%s after %d epoch%s, %,d steps, %s; best validation (*) in epoch %d".formatted(why, r.epochs(),
            r.epochs() == 1 ? "" : "s", r.steps(),
            Elapsed.text(r.seconds()), r.bestEpoch()));
  }

  private static String line(Progress p, String energy, String forces) {
    return "%6d  %8.4g  %11s  %8s  %8.1f  %7.1e  %9s".formatted(p.epoch(), p.loss(), energy, forces,
        p.examplesPerSecond(), p.learningRate(), time(p.remaining()));
  }

  private static String number(Optional<Deviation> deviation, String format) {
    return deviation.map(d -> format.formatted(d.mae())).orElse("-");
  }

  private static String time(OptionalDouble seconds) {
    return seconds.isPresent() ? Elapsed.text(seconds.getAsDouble()) : "-";
  }
}
