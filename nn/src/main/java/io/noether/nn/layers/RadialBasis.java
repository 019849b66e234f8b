package io.noether.nn.layers;

import io.noether.autodiff.Function;
import io.noether.autodiff.Graph;
import io.noether.autodiff.Tensor;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/** Functions of the distance that a radial network starts from. Most do not vanish at the cutoff by themselves. */
public enum RadialBasis {
  /** exp(-(r - o_k)² / 2w²): centres o_k evenly from 0 to the cutoff, w their distance (Schütt et al. 2018, SchNet). */
  GAUSSIAN,
  /** √(2/rc) sin(kπ r/rc) / r, k = 1 … n (Gasteiger et al. 2020, DimeNet). */
  BESSEL,
  /** Sums of neighbouring sincs, which vanish smoothly at the cutoff, made orthonormal (Kocer et al. 2019). */
  SMOOTH_BESSEL;

  /**
   * The basis at each distance.
   *
   * @param distance single even scalar, Å, above zero
   * @param count number of functions, at least 2
   * @param cutoff Å
   * @return {@code count} channels of even scalars
   */
  public Features expand(Features distance, int count, double cutoff) {
    Tensor r = distance.tensor();
    return Features.of(Irrep.SCALAR, switch (this) {
      case GAUSSIAN -> {
        double width = cutoff / (count - 1);
        Tensor centres = constants(r.graph(), IntStream.range(0, count).mapToDouble(k -> k * width));
        yield r.expand("->k", count).minus(centres).square().times(-0.5 / (width * width)).exp();
      }
      case BESSEL -> {
        Tensor frequencies =
            constants(r.graph(), IntStream.rangeClosed(1, count).mapToDouble(k -> k * Math.PI / cutoff));
        yield r.expand("->k", count).times(frequencies).apply(Function.SIN).times(Math.sqrt(2 / cutoff))
            .times(r.reciprocal());
      }
      case SMOOTH_BESSEL -> SmoothBessel.expand(r, count, cutoff);
    }, toString());
  }

  /** Reads what {@code toString} writes. @throws IllegalArgumentException saying what is known */
  public static RadialBasis parse(String text) {
    return Arrays.stream(values()).filter(basis -> basis.toString().equals(text)).findFirst()
        .orElseThrow(() -> new IllegalArgumentException(
            "no radial basis is called '" + text + "'; known: " + Arrays.toString(values())));
  }

  /** The name in lower case. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  private static Tensor constants(Graph graph, DoubleStream values) {
    double[] array = values.toArray();
    return graph.constant(array, array.length);
  }
}
