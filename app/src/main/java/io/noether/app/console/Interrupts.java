package io.noether.app.console;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/**
 * While open, the first Ctrl-C (or SIGTERM, SIGHUP) asks for an orderly end, and a second one ends the process at once.
 * Not a shutdown hook: while hooks run, the JVM does not hear a second signal.
 */
public final class Interrupts implements AutoCloseable {
  private static final int SIGNAL_EXIT = 128;

  private final Map<Signal, SignalHandler> before = new LinkedHashMap<>();
  private final AtomicInteger first = new AtomicInteger();

  /** @param onFirst called on a thread of its own */
  public Interrupts(Runnable onFirst) {
    for (String name : new String[] {"INT", "TERM", "HUP"}) {
      handle(name, signal -> {
        if (first.compareAndSet(0, signal.getNumber())) {
          onFirst.run();
        } else {
          Runtime.getRuntime().halt(SIGNAL_EXIT + signal.getNumber());
        }
      });
    }
  }

  private void handle(String name, SignalHandler handler) {
    try {
      var signal = new Signal(name);
      before.put(signal, Signal.handle(signal, handler));
    } catch (IllegalArgumentException e) {
      return; // not on this system, or the parent process wants it ignored (nohup)
    }
  }

  /**
   * The exit code of a process that a signal ended: 128 plus the signal's number, 130 after Ctrl-C. Empty if no
   * signal came.
   */
  public OptionalInt exitCode() {
    return first.get() == 0 ? OptionalInt.empty() : OptionalInt.of(SIGNAL_EXIT + first.get());
  }

  /** Restores what signals did before. */
  @Override
  public void close() {
    before.forEach(Signal::handle);
  }
}
