package io.noether.imports;

import java.util.Map;

/**
 * Layers of PyTorch in plain loops, on the numbers of a {@code state_dict}.
 *
 * @param state row-major numbers by name; matrices are [out, in]
 */
record PlainTorch(Map<String, double[]> state) {
  double[] numbers(String name) {
    double[] numbers = state.get(name);
    if (numbers == null) {
      throw new IllegalArgumentException(name + " is not among " + state.keySet());
    }
    return numbers;
  }

  /** torch.nn.Linear: W x + b, or W x where the layer has no bias. */
  double[] linear(String layer, double[] x) {
    double[] weight = numbers(layer + ".weight");
    double[] y = new double[weight.length / x.length];
    for (int row = 0; row < y.length; row++) {
      for (int column = 0; column < x.length; column++) {
        y[row] += weight[row * x.length + column] * x[column];
      }
      y[row] += state.containsKey(layer + ".bias") ? numbers(layer + ".bias")[row] : 0;
    }
    return y;
  }

  /** torch.nn.LayerNorm with its eps of 1e-5. */
  double[] layerNorm(String layer, double[] x) {
    double mean = 0;
    for (double value : x) {
      mean += value / x.length;
    }
    double variance = 0;
    for (double value : x) {
      variance += (value - mean) * (value - mean) / x.length;
    }
    double[] y = new double[x.length];
    for (int k = 0; k < y.length; k++) {
      y[k] = (x[k] - mean) / Math.sqrt(variance + 1e-5) * numbers(layer + ".weight")[k] + numbers(layer + ".bias")[k];
    }
    return y;
  }

  /** A row of torch.nn.Embedding. */
  double[] embedding(String layer, int row, int width) {
    double[] x = new double[width];
    System.arraycopy(numbers(layer + ".weight"), row * width, x, 0, width);
    return x;
  }

  static double[] silu(double[] x) {
    double[] y = new double[x.length];
    for (int k = 0; k < y.length; k++) {
      y[k] = x[k] * sigmoid(x[k]);
    }
    return y;
  }

  static double sigmoid(double x) {
    return 1 / (1 + Math.exp(-x));
  }

  static double[] joined(double[] a, double[] b) {
    double[] both = new double[a.length + b.length];
    System.arraycopy(a, 0, both, 0, a.length);
    System.arraycopy(b, 0, both, a.length, b.length);
    return both;
  }
}
