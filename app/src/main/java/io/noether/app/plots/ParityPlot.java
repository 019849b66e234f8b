package io.noether.app.plots;

import io.noether.nn.training.errors.Deviation;
import java.awt.BasicStroke;
import java.awt.Color;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.markers.SeriesMarkers;

/** Predictions against labels: energies on the left, forces on the right. */
final class ParityPlot {
  private static final double MILLI = 1000;

  private ParityPlot() {}

  static XYChart[] panels(Agreement agreement, String set) {
    var errors = agreement.errors();
    var energies = agreement.energies();
    double mean = energies.meanLabel();
    var energy = panel("Energy, " + set, mae(errors.energy(), "meV/atom"), "(less the mean), meV/atom",
        energies.labels(mean, MILLI), energies.predictions(mean, MILLI), Plots.BLUE);
    var forces = panel("Forces, " + set, mae(errors.forces(), "meV/Å"), "(components), eV/Å",
        agreement.forces().labels(0, 1), agreement.forces().predictions(0, 1), Plots.VERMILION);
    return Stream.of(energy, forces).flatMap(Optional::stream).toArray(XYChart[]::new);
  }

  private static Optional<XYChart> panel(String title, String mae, String unit, double[] labels, double[] predictions,
      Color color) {
    if (labels.length == 0) {
      return Optional.empty();
    }
    double least = Math.min(Arrays.stream(labels).min().orElse(0), Arrays.stream(predictions).min().orElse(0));
    double most = Math.max(Arrays.stream(labels).max().orElse(0), Arrays.stream(predictions).max().orElse(0));
    double margin = 0.03 * Math.max(most - least, 1e-6);
    double[] ends = {least - margin, most + margin};

    var chart = Plots.chart(title + ": " + mae, "reference " + unit, "predicted " + unit);
    var style = chart.getStyler();
    style.setLegendVisible(false);
    style.setXAxisMin(ends[0]).setXAxisMax(ends[1]);
    style.setYAxisMin(ends[0]).setYAxisMax(ends[1]);
    style.setMarkerSize(labels.length > 1000 ? 3 : 5);
    var points = chart.addSeries("structures", labels, predictions);
    points.setXYSeriesRenderStyle(XYSeries.XYSeriesRenderStyle.Scatter);
    points.setMarker(SeriesMarkers.CIRCLE)
        .setMarkerColor(new Color(color.getRed(), color.getGreen(), color.getBlue(), 110));
    var diagonal = chart.addSeries("exact", ends, ends);
    diagonal.setMarker(SeriesMarkers.NONE).setLineColor(Color.BLACK).setLineStyle(new BasicStroke(1f));
    return Optional.of(chart);
  }

  private static String mae(Optional<Deviation> deviation, String unit) {
    return deviation.map(d -> "MAE %.3g %s".formatted(d.mae(), unit)).orElse("");
  }
}
