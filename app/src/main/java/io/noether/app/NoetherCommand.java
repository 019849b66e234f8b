package io.noether.app;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code noether} without a command. */
@Command(name = "noether", mixinStandardHelpOptions = true, versionProvider = Version.class, sortOptions = false,
    description = "Learns interatomic potentials from quantum-mechanical data, and uses them.",
    synopsisSubcommandLabel = "COMMAND",
    footer = {"", "Exit codes: 0 done, 1 failed, 2 usage or bad input, 130 stopped by Ctrl-C (everything is saved).",
        "NOETHER_DEBUG=1 shows where an error comes from; NOETHER_JAVA_OPTS passes options to the JVM."})
final class NoetherCommand implements Runnable {
  @Spec
  private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new CommandLine.ParameterException(spec.commandLine(), "which command? One of "
        + String.join(", ", spec.subcommands().keySet()));
  }
}
