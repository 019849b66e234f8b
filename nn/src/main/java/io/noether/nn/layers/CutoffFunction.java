package io.noether.nn.layers;

import io.noether.autodiff.Function;
import io.noether.autodiff.Tensor;

/**
 * Takes an edge's weight smoothly from 1 at distance 0 to 0 at the cutoff. Beyond the cutoff it is zero, so a neighbour
 * list that reaches further (one with a skin) gives the same results.
 */
public sealed interface CutoffFunction {
  /** ½ (cos(πr/rc) + 1): the energy's first derivative is continuous at the cutoff. */
  record Cosine() implements CutoffFunction {
    @Override
    public String toString() {
      return "cosine";
    }
  }

  /**
   * 1 - (p+1)(p+2)/2 x^p + p(p+2) x^(p+1) - p(p+1)/2 x^(p+2) with x = r/rc (Gasteiger et al. 2020, DimeNet): the first
   * and second derivatives are continuous at the cutoff.
   *
   * @param p how long it stays near 1; at least 2
   */
  record Polynomial(int p) implements CutoffFunction {
    /** Checks p. @throws IllegalArgumentException if it is outside 2 … 64 */
    public Polynomial {
      if (p < 2 || p > 64) {
        throw new IllegalArgumentException("the polynomial cutoff needs an order from 2 to 64, not " + p);
      }
    }

    @Override
    public String toString() {
      return "polynomial-" + p;
    }
  }

  /**
   * The weight at each distance.
   *
   * @param distance single even scalar, Å
   * @param cutoff rc, Å
   * @return single even scalar between 0 and 1
   */
  default Features at(Features distance, double cutoff) {
    Tensor r = distance.tensor();
    Tensor inside = r.negate().plus(cutoff).apply(Function.STEP);
    Tensor smooth = switch (this) {
      case Cosine _ -> r.times(Math.PI / cutoff).apply(Function.COS).plus(1).times(0.5);
      case Polynomial(int p) -> {
        // the same as (1 - x)³ Σ_k (k+1)(k+2)/2 x^k, k < p: no terms cancel, and single precision keeps its digits
        Tensor x = r.times(1 / cutoff);
        Tensor left = r.negate().plus(cutoff).times(1 / cutoff);
        Tensor sum = x.times(0.5 * p * (p + 1)).plus(0.5 * p * (p - 1));
        for (int k = p - 3; k >= 0; k--) {
          sum = sum.times(x).plus(0.5 * (k + 1) * (k + 2));
        }
        yield left.square().times(left).times(sum);
      }
    };
    return Features.of(Irrep.SCALAR, smooth.times(inside), toString());
  }

  /** Reads what {@code toString} writes. @throws IllegalArgumentException saying what is known */
  static CutoffFunction parse(String text) {
    if (text.equals("cosine")) {
      return new Cosine();
    }
    if (text.matches("polynomial-\\d{1,3}")) {
      return new Polynomial(Integer.parseInt(text.substring("polynomial-".length())));
    }
    throw new IllegalArgumentException("no cutoff function is called '" + text + "'; use cosine or polynomial-6");
  }
}
