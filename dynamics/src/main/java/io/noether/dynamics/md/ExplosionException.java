package io.noether.dynamics.md;

/** Thrown when dynamics has gone where the potential cannot be trusted. The message is the whole line a user sees. */
public final class ExplosionException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ExplosionException(long step, String reason) {
    this(step, reason, "a shorter timestep, a relaxed structure or a potential that knows such configurations");
  }

  ExplosionException(long step, String reason, String remedy) {
    super("the dynamics exploded at step " + step + ": " + reason + "; use " + remedy);
  }
}
