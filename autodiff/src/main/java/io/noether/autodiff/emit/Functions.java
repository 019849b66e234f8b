package io.noether.autodiff.emit;

import io.noether.autodiff.Function;

/** Writes scalar functions out of {@link Lanes}' operations, so that single numbers and vectors get the same bits. */
final class Functions {
  private final Code code;
  private final Lanes lanes;
  private final Exponential exponential;

  Functions(Code code, Lanes lanes) {
    this.code = code;
    this.lanes = lanes;
    this.exponential = code.numbers == Numbers.FLOAT ? Exponential.FLOAT : Exponential.DOUBLE;
  }

  /** x → f(x). */
  void call(Function function) {
    switch (function) {
      case EXP -> exp();
      case SIGMOID -> sigmoid();
      case SQRT -> lanes.squareRoot();
      case RECIPROCAL -> reciprocal();
      case STEP -> step();
      case LOG, SIN, COS, TANH -> lanes.libraryCall(function);
    }
  }

  private void reciprocal() {
    code.scope(() -> {
      int x = pop();
      lanes.constant(1);
      push(x);
      lanes.quotient();
    });
  }

  private void step() {
    code.scope(() -> {
      int x = pop();
      lanes.constant(0);
      lanes.replaceAbove(x, 0, 1);
    });
  }

  private void sigmoid() {
    lanes.negation();
    exp();
    lanes.constant(1);
    lanes.sum();
    reciprocal();
  }

  private void exp() {
    code.scope(() -> {
      Exponential e = exponential;
      int x = pop();
      int rounded = productSum(x, Exponential.LOG2_E, () -> lanes.constant(e.round()));
      push(rounded);
      lanes.constant(-e.round());
      lanes.sum();
      int k = pop();
      int high = productSum(k, -e.ln2High(), () -> push(x));
      int r = productSum(k, -e.ln2Low(), () -> push(high));
      lanes.constant(e.coefficients().getFirst());
      for (double coefficient : e.coefficients().subList(1, e.degree() + 1)) {
        push(r);
        lanes.constant(coefficient);
        lanes.productSum();
      }
      push(rounded);
      lanes.powerOfTwo(e);
      lanes.product();
      lanes.replaceBelow(x, Exponential.ZERO_BELOW, 0);
      lanes.replaceAbove(x, e.infiniteAbove(), Double.POSITIVE_INFINITY);
    });
  }

  /** A local with a·b + what c pushes. */
  private int productSum(int a, double b, Runnable c) {
    push(a);
    lanes.constant(b);
    c.run();
    lanes.productSum();
    return pop();
  }

  private int pop() {
    int local = code.local(lanes.kind());
    code.builder.storeLocal(lanes.kind(), local);
    return local;
  }

  private void push(int local) {
    code.builder.loadLocal(lanes.kind(), local);
  }
}
