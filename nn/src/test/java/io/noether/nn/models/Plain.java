package io.noether.nn.models;

/** Linear algebra of the plain-loop reference networks. */
final class Plain {
  private Plain() {}

  static double silu(double x) {
    return x / (1 + Math.exp(-x));
  }

  static double[] silu(double[] x) {
    double[] y = x.clone();
    for (int k = 0; k < y.length; k++) {
      y[k] = silu(y[k]);
    }
    return y;
  }

  /** x·W + b with W [in, out]; no bias where {@code b} is empty. */
  static double[] linear(double[] x, double[] weight, double[] b) {
    int out = weight.length / x.length;
    double[] y = b.length == 0 ? new double[out] : b.clone();
    for (int n = 0; n < out; n++) {
      for (int k = 0; k < x.length; k++) {
        y[n] += x[k] * weight[k * out + n];
      }
    }
    return y;
  }

  static double[] shiftedSoftplus(double[] x) {
    return java.util.Arrays.stream(x).map(v -> Math.log(0.5 * Math.exp(v) + 0.5)).toArray();
  }

  static double[] layerNorm(double[] x, double[] weight, double[] b) {
    double mean = java.util.Arrays.stream(x).average().orElse(0);
    double variance = java.util.Arrays.stream(x).map(v -> (v - mean) * (v - mean)).average().orElse(0);
    double[] y = new double[x.length];
    for (int k = 0; k < x.length; k++) {
      y[k] = (x[k] - mean) / Math.sqrt(variance + 1e-5) * weight[k] + b[k];
    }
    return y;
  }

  static double[] join(double[] a, double[] b) {
    double[] both = java.util.Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, both, a.length, b.length);
    return both;
  }

  static double cosineCutoff(double r, double cutoff) {
    return r < cutoff ? 0.5 * (Math.cos(Math.PI * r / cutoff) + 1) : 0;
  }

  static double[] gaussians(double r, int count, double cutoff) {
    double[] phi = new double[count];
    double width = cutoff / (count - 1);
    for (int k = 0; k < count; k++) {
      phi[k] = Math.exp(-Math.pow(r - k * width, 2) / (2 * width * width));
    }
    return phi;
  }
}
