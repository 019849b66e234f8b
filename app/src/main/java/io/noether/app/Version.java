package io.noether.app;

import java.util.Optional;
import picocli.CommandLine;

/** The version of the jar, which the build writes into its manifest. */
final class Version implements CommandLine.IVersionProvider {
  @Override
  public String[] getVersion() {
    var written = Optional.ofNullable(Version.class.getPackage().getImplementationVersion());
    return new String[] {"noether " + written.orElse("(classes of no jar)")};
  }
}
