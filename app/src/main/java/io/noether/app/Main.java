package io.noether.app;

import io.noether.app.calculate.EvaluateCommand;
import io.noether.app.calculate.HessianCommand;
import io.noether.app.calculate.MdCommand;
import io.noether.app.calculate.PredictCommand;
import io.noether.app.calculate.RelaxCommand;
import io.noether.app.console.Console;
import io.noether.app.console.Failures;
import io.noether.app.graphs.LinksCommand;
import io.noether.app.graphs.MoleculesCommand;
import io.noether.app.imports.ImportCommand;
import io.noether.app.info.InfoCommand;
import io.noether.app.train.TrainCommand;

import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine;

/** The command line. */
public final class Main {
  private Main() {}

  /** Runs one command and exits with its code. */
  public static void main(String[] args) {
    System.exit(run(args));
  }

  /**
   * Prepares the process and runs one command.
   *
   * @param more make commands beyond those of this module, each for the console that it prints to
   * @return the exit code
   */
  @SafeVarargs
  public static int run(String[] args, Function<Console, ? extends Callable<Integer>>... more) {
    System.setProperty("java.awt.headless", "true"); // plots are drawn into files
    Locale.setDefault(Locale.ROOT); // the same output everywhere
    var console = Console.system();
    try {
      return commandLine(console, more).execute(args);
    } catch (Error e) { // out of memory, say: picocli passes these on
      return new Failures(console).report(e);
    }
  }

  /**
   * All commands.
   *
   * @param console takes what they print
   * @param more make commands beyond those of this module
   */
  @SafeVarargs
  public static CommandLine commandLine(Console console, Function<Console, ? extends Callable<Integer>>... more) {
    var failures = new Failures(console);
    var root = new CommandLine(new NoetherCommand());
    root.addSubcommand(new TrainCommand(console));
    root.addSubcommand(new EvaluateCommand(console));
    root.addSubcommand(new PredictCommand(console));
    root.addSubcommand(new RelaxCommand(console));
    root.addSubcommand(new HessianCommand(console));
    root.addSubcommand(new ImportCommand(console));
    root.addSubcommand(new MdCommand(console));
    root.addSubcommand(new LinksCommand(console));
    root.addSubcommand(MoleculesCommand.commandLine(console));
    root.addSubcommand(new InfoCommand(console));
    for (var command : more) {
      root.addSubcommand(command.apply(console));
    }
    root.setCaseInsensitiveEnumValuesAllowed(true);
    root.setParameterExceptionHandler(failures);
    root.setExecutionExceptionHandler(failures);
    return root;
  }
}
