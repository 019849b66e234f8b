package io.noether.nn.training;

/** The learning rate at a step. Only the plateau kind has a memory, {@link State}. */
final class Schedule {
  /**
   * What the plateau schedule remembers.
   *
   * @param factor what the peak rate is multiplied with now
   * @param best lowest validation score seen
   * @param waited epochs since then, or since the last reduction
   */
  record State(double factor, double best, int waited) {
    static final State START = new State(1, Double.POSITIVE_INFINITY, 0);
  }

  private final ScheduleConfig config;
  private final double peak;
  private State state = State.START;

  Schedule(ScheduleConfig config, double peak) {
    this.config = config;
    this.peak = peak;
  }

  /**
   * The rate of a step.
   *
   * @param step counts from 0
   * @param fraction share of the budget that is used up, 0..1
   */
  double rate(long step, double fraction) {
    double warm = Math.min(1, (step + 1.0) / (config.warmupSteps() + 1.0));
    double last = config.finalFraction();
    return peak * warm * switch (config.kind()) {
      case COSINE -> last + (1 - last) * 0.5 * (1 + Math.cos(Math.PI * Math.clamp(fraction, 0.0, 1.0)));
      case PLATEAU -> state.factor;
      case CONSTANT -> 1;
    };
  }

  /** Hears the validation score of an epoch. */
  void epochDone(double score) {
    if (score < state.best) {
      state = new State(state.factor, score, 0);
    } else if (state.waited + 1 >= config.patience()) {
      state = new State(state.factor * config.factor(), state.best, 0);
    } else {
      state = new State(state.factor, state.best, state.waited + 1);
    }
  }

  State state() {
    return state;
  }

  void restore(State saved) {
    state = saved;
  }
}
