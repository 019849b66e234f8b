package io.noether.autodiff.emit;

import io.noether.autodiff.Function;

/** Writes scalar functions out of {@link Lanes}' operations, so that single numbers and vectors get the same bits. */
final class Functions {
  private final MethodWriter code;
  private final Lanes lanes;
  private final Exponential exponential;

  Functions(MethodWriter code, Lanes lanes) {
    this.code = code;
    this.lanes = lanes;
    this.exponential = code.numbers == NumberType.FLOAT ? Exponential.FLOAT : Exponential.DOUBLE;
  }

  /** x → f(x). */
  void call(Function function) {
    switch (function) {
      case EXP -> exp();
      case SIGMOID -> sigmoid();
      case SOFTPLUS -> softplus();
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

  /** max(x, 0) + ln(1 + t) with t = e^-|x|; the logarithm is 2 artanh(t / (2 + t)), whose argument is at most 1/3. */
  private void softplus() {
    code.scope(() -> {
      int x = pop();
      push(x);
      lanes.replaceBelow(x, 0, 0);
      int positive = pop();
      push(positive);
      lanes.negation();
      push(x);
      lanes.replaceAbove(x, 0, 0);
      lanes.sum(); // not by subtraction: infinities stay
      exp();
      int t = pop();
      push(t);
      push(t);
      lanes.constant(2);
      lanes.sum();
      lanes.quotient();
      int s = pop();
      push(s);
      push(s);
      lanes.product();
      int squared = pop();
      int last = code.numbers == NumberType.FLOAT ? 7 : 15; // relative error 2e-9 and 2e-17
      lanes.constant(2.0 / (2 * last + 1));
      for (int k = last - 1; k >= 0; k--) { // Σ 2/(2k+1) s^(2k)
        push(squared);
        lanes.constant(2.0 / (2 * k + 1));
        lanes.productSum();
      }
      push(s);
      push(positive);
      lanes.productSum();
    });
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
