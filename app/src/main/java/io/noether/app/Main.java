package io.noether.app;

import io.noether.app.bench.BenchCommand;
import java.util.Locale;
import picocli.CommandLine;

/** Where the launcher enters. */
public final class Main {
  private Main() {}

  /** Runs one command and exits with its code. */
  public static void main(String[] args) {
    System.setProperty("java.awt.headless", "true"); // plots are drawn into files
    Locale.setDefault(Locale.ROOT); // the same output everywhere
    var console = Console.system();
    int code;
    try {
      code = commandLine(console).execute(args);
    } catch (Error e) { // out of memory, say: picocli passes these on
      code = new Failures(console).report(e);
    }
    System.exit(code);
  }

  static CommandLine commandLine(Console console) {
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
    root.addSubcommand(new BenchCommand());
    root.setCaseInsensitiveEnumValuesAllowed(true);
    root.setParameterExceptionHandler(failures);
    root.setExecutionExceptionHandler(failures);
    return root;
  }
}
