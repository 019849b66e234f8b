package io.noether.nn.models;

import io.noether.nn.Architecture;
import java.util.function.Function;

/**
 * How one kind of network is made again from the hyper-parameters that a model file or a configuration names.
 *
 * <pre>{@code
 * var reader = new ArchitectureReader(new MyNetwork(32, 5.0),
 *     h -> new MyNetwork(h.integer("features"), h.number("cutoff")));
 * }</pre>
 *
 * @param defaults the network with its default hyper-parameters; its {@link Architecture#name()} is the name in files
 * @param reader makes the network from all of its {@link Architecture#hyperParameters()}; it may throw an
 *     IllegalArgumentException that names the one that is out of range
 */
public record ArchitectureReader(Architecture defaults, Function<HyperParameters, Architecture> reader) {
  /** The name that files and configurations use. */
  public String name() {
    return defaults.name();
  }
}
