package io.noether.benchmarks.torch;

import io.noether.app.console.Project;
import io.noether.benchmarks.workloads.BenchStructures;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Options of the comparison with PyTorch. */
public final class PeerOptions {
  private enum Peer {
    torch
  }

  @Option(names = "--against", paramLabel = "PEER",
      description = "measure the same network in PyTorch in turns, in each of its best configurations "
          + "(${COMPLETION-CANDIDATES})")
  private Optional<Peer> against = Optional.empty();

  @Option(names = "--python", paramLabel = "COMMAND", defaultValue = "/usr/bin/python3",
      description = "the peer's interpreter (default: ${DEFAULT-VALUE})")
  private String python = "";

  @Option(names = "--peer-script", paramLabel = "FILE", defaultValue = "benchmarks/peers/painn_torch.py",
      description = "the peer's network (default: ${DEFAULT-VALUE})")
  private Path script = Path.of("");

  /** The peer, ready to run, if one is asked for. */
  public Optional<TorchPeer> peer(Path data, double seconds) {
    return against.map(_ -> new TorchPeer(python, Project.located(script), data,
        Project.located(BenchStructures.SHIPPED_ETHANOL), seconds));
  }
}
