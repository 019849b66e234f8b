package io.noether.app.plots;

import java.util.Arrays;

/**
 * Pairs of a label and a prediction, to plot against each other. Of very many it keeps evenly spaced ones, so memory
 * and plots stay small: whenever it is full, every other pair goes and the spacing doubles.
 */
public final class Parity {
  private static final int MOST = 1 << 15;

  private double[] labels = new double[256];
  private double[] predictions = new double[256];
  private int size;
  private long seen;
  private long spacing = 1;

  /** Adds a pair. */
  public void add(double label, double prediction) {
    if (seen++ % spacing != 0) {
      return;
    }
    if (size == MOST) {
      thin();
      if ((seen - 1) % spacing != 0) {
        return;
      }
    }
    if (size == labels.length) {
      labels = Arrays.copyOf(labels, 2 * size);
      predictions = Arrays.copyOf(predictions, 2 * size);
    }
    labels[size] = label;
    predictions[size++] = prediction;
  }

  private void thin() {
    for (int k = 0; 2 * k < size; k++) {
      labels[k] = labels[2 * k];
      predictions[k] = predictions[2 * k];
    }
    size = (size + 1) / 2;
    spacing *= 2;
  }

  /** How many pairs are kept. */
  public int size() {
    return size;
  }

  /** The labels that are kept, each as (label - minus) · times. */
  double[] labels(double minus, double times) {
    return Arrays.stream(labels, 0, size).map(x -> (x - minus) * times).toArray();
  }

  /** The predictions that are kept, each as (prediction - minus) · times. */
  double[] predictions(double minus, double times) {
    return Arrays.stream(predictions, 0, size).map(x -> (x - minus) * times).toArray();
  }

  double meanLabel() {
    return Arrays.stream(labels, 0, size).average().orElse(0);
  }
}
