package io.noether.nn.inference;

import java.util.Optional;
import java.util.function.Supplier;

/** A value that is made when it is first asked for. It is made once, whichever thread asks. */
final class Memoized<T> implements Supplier<T> {
  private final Supplier<T> maker;
  private Optional<T> made = Optional.empty();

  Memoized(Supplier<T> maker) {
    this.maker = maker;
  }

  @Override
  public synchronized T get() {
    if (made.isEmpty()) {
      made = Optional.of(maker.get());
    }
    return made.get();
  }
}
