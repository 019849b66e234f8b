package io.noether.app.plots;

import java.awt.BasicStroke;
import java.awt.Color;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** {@code metrics.csv} as curves on a logarithmic scale. */
final class LearningCurve {
  private final List<String> names;
  private final List<String[]> rows;

  private LearningCurve(List<String> names, List<String[]> rows) {
    this.names = names;
    this.rows = rows;
  }

  static LearningCurve read(Path metrics) {
    try {
      var lines = Files.readAllLines(metrics);
      var rows = lines.stream().skip(1).map(line -> line.split(",", -1)).toList();
      return new LearningCurve(lines.isEmpty() ? List.of() : List.of(lines.getFirst().split(",")), rows);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The training loss on the left and validation errors on the right; no panels before the first epoch is done. */
  XYChart[] panels() {
    if (rows.isEmpty()) {
      return new XYChart[0];
    }
    var loss = panel("Training", "loss");
    add(loss, "training loss", "training_loss", Plots.GREY);
    add(loss, "validation score", "score", Plots.BLUE);
    var errors = panel("Validation", "mean absolute error");
    add(errors, "energy, meV/atom", "energy_mae_mev_per_atom", Plots.BLUE);
    add(errors, "forces, meV/Å", "forces_mae_mev_per_a", Plots.VERMILION);
    add(errors, "stress, meV/Å³", "stress_mae_mev_per_a3", Plots.GREY);
    var panels = Stream.of(loss, errors).filter(c -> !c.getSeriesMap().isEmpty()).toArray(XYChart[]::new);
    for (XYChart panel : panels) {
      wholeDecades(panel);
    }
    return panels;
  }

  /** Only powers of ten are labelled, so each axis must have some. */
  private static void wholeDecades(XYChart chart) {
    double least = chart.getSeriesMap().values().stream().mapToDouble(XYSeries::getYMin).min().orElse(1);
    double most = chart.getSeriesMap().values().stream().mapToDouble(XYSeries::getYMax).max().orElse(1);
    double from = Math.floor(Math.log10(least));
    double to = Math.max(from + 1, Math.ceil(Math.log10(most)));
    chart.getStyler().setYAxisMin(Math.pow(10, from)).setYAxisMax(Math.pow(10, to));
  }

  private static XYChart panel(String title, String y) {
    var chart = Plots.chart(title, "epoch", y);
    chart.getStyler().setYAxisLogarithmic(true).setXAxisMin(0.0);
    return chart;
  }

  /**
   * Adds a column as a curve. Numbers that are not above zero have no logarithm and are left out; a column without
   * numbers adds nothing.
   */
  private void add(XYChart chart, String title, String column, Color color) {
    int index = names.indexOf(column);
    var x = new ArrayList<Double>();
    var y = new ArrayList<Double>();
    for (String[] row : rows) {
      if (index >= 0 && index < row.length && !row[index].isEmpty()) {
        double value = Double.parseDouble(row[index]);
        if (value > 0 && Double.isFinite(value)) {
          x.add(Double.parseDouble(row[names.indexOf("epoch")]));
          y.add(value);
        }
      }
    }
    if (!x.isEmpty()) {
      var series = chart.addSeries(title, x, y);
      series.setLineColor(color).setLineStyle(new BasicStroke(2f));
      series.setMarkerColor(color).setMarker(x.size() == 1 ? SeriesMarkers.CIRCLE : SeriesMarkers.NONE);
    }
  }
}
