package io.noether.autodiff;

/**
 * Scalar functions applied number by number. The set is closed under differentiation. {@code SIGMOID} is a primitive,
 * not a quotient of exponentials, so that the second derivative of SiLU cannot overflow.
 */
public enum Function {
  /** e^x. Results below 1e-30 are zero: see docs/design-decisions.md, denormal numbers. */
  EXP,
  /** Natural logarithm. */
  LOG,
  /** Sine, argument in radians. */
  SIN,
  /** Cosine, argument in radians. */
  COS,
  /** Square root. */
  SQRT,
  /** 1/x. */
  RECIPROCAL,
  /** 1/(1 + e^-x). */
  SIGMOID,
  /** ln(1 + e^x), without overflow. */
  SOFTPLUS,
  /** Hyperbolic tangent. */
  TANH,
  /** 1 where x is positive, else 0; its derivative is zero everywhere. */
  STEP;

  /** The function in double precision: the meaning every faster implementation is tested against. */
  public double apply(double x) {
    return switch (this) {
      case EXP -> x < -69 ? 0 : Math.exp(x);
      case LOG -> Math.log(x);
      case SIN -> Math.sin(x);
      case COS -> Math.cos(x);
      case SQRT -> Math.sqrt(x);
      case RECIPROCAL -> 1 / x;
      case SIGMOID -> 1 / (1 + Math.exp(-x));
      case SOFTPLUS -> Math.max(x, 0) + Math.log1p(EXP.apply(-Math.abs(x)));
      case TANH -> Math.tanh(x);
      case STEP -> x > 0 ? 1 : 0;
    };
  }
}
