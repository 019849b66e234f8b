package io.noether.app.graphs;

import io.noether.app.console.Console;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code noether molecules} without a command. */
@Command(name = "molecules", mixinStandardHelpOptions = true, sortOptions = false,
    description = "Learns to generate molecules from SMILES, and generates them.", synopsisSubcommandLabel = "COMMAND")
public final class MoleculesCommand implements Runnable {
  @Spec
  private CommandSpec spec = CommandSpec.create();

  /** The command with its own commands; their results go to the console. */
  public static CommandLine commandLine(Console console) {
    return new CommandLine(new MoleculesCommand()).addSubcommand(new MoleculesTrainCommand(console))
        .addSubcommand(new MoleculesSampleCommand(console));
  }

  @Override
  public void run() {
    throw new CommandLine.ParameterException(spec.commandLine(), "which command? One of "
        + String.join(", ", spec.subcommands().keySet()));
  }
}
