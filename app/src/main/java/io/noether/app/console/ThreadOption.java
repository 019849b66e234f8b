package io.noether.app.console;

import io.noether.autodiff.Team;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How many threads work. Results have the same bits for any number. */
public final class ThreadOption {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec command = CommandSpec.create();

  @Option(names = "--threads", paramLabel = "N", description = "threads to work with (default: all cores)")
  private Optional<Integer> threads = Optional.empty();

  /** The number of threads asked for, or that of the cores. */
  public int count() {
    int count = threads.orElse(Runtime.getRuntime().availableProcessors());
    if (count < 1 || count > 1024) {
      throw new CommandLine.ParameterException(command.commandLine(), "--threads must be from 1 to 1024, not " + count);
    }
    return count;
  }

  /** A new team of so many threads. */
  public Team team() {
    return new Team(count());
  }
}
