package io.noether.app.plots;

import io.noether.app.console.Console;

import io.noether.dynamics.vibrations.Mode;
import io.noether.dynamics.vibrations.Vibrations;
import java.awt.BasicStroke;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * Draws wavenumbers as sticks under the density of modes. There are no intensities, because a potential knows no
 * dipoles.
 */
public final class SpectrumPlot {
  private static final double WIDTH = 10; // cm⁻¹, of the Gaussians
  private static final int POINTS = 2000;

  private SpectrumPlot() {}

  /** Draws the spectrum of one structure into a PNG file. */
  public static void write(Vibrations vibrations, Path file, Console console) {
    Plots.write(file, console, () -> new XYChart[] {chart(vibrations)});
  }

  private static XYChart chart(Vibrations vibrations) {
    var wavenumbers = vibrations.modes().stream().filter(m -> !m.rigid()).map(Mode::wavenumber).toList();
    double from = Math.min(0, wavenumbers.stream().mapToDouble(w -> w - 5 * WIDTH).min().orElse(0));
    double to = wavenumbers.stream().mapToDouble(w -> w + 5 * WIDTH).max().orElse(1);
    var x = new ArrayList<Double>();
    var density = new ArrayList<Double>();
    for (int k = 0; k <= POINTS; k++) {
      double at = from + (to - from) * k / POINTS;
      x.add(at);
      density.add(wavenumbers.stream().mapToDouble(w -> Math.exp(-Math.pow((at - w) / WIDTH, 2) / 2)).sum());
    }
    var chart = Plots.chart("Vibrations", "wavenumber, cm⁻¹ (imaginary: negative)", "modes, Gaussians of 10 cm⁻¹");
    chart.getStyler().setXAxisMin(from).setXAxisMax(to).setLegendVisible(false);
    line(chart, "density", x, density);
    for (int k = 0; k < wavenumbers.size(); k++) {
      double w = wavenumbers.get(k);
      line(chart, "mode " + k, List.of(w, w), List.of(0.0, 0.5)).setLineColor(Plots.VERMILION);
    }
    return chart;
  }

  private static XYSeries line(XYChart chart, String name, List<Double> x, List<Double> y) {
    var series = chart.addSeries(name, x, y);
    series.setMarker(SeriesMarkers.NONE).setLineColor(Plots.BLUE).setLineStyle(new BasicStroke(1.5f));
    return series;
  }
}
