package io.noether.app.plots;

import io.noether.app.console.Console;

import io.noether.core.io.AtomicFile;
import java.awt.AWTError;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.function.Supplier;
import javax.imageio.ImageIO;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.Styler;

/** The pictures of a run. A picture that cannot be drawn is a warning: the run is worth more than its pictures. */
public final class Plots {
  static final Color BLUE = new Color(0x00, 0x72, 0xB2); // Okabe and Ito's palette: told apart by everyone
  static final Color VERMILION = new Color(0xD5, 0x5E, 0x00);
  static final Color GREY = new Color(0x80, 0x80, 0x80);
  private static final Color GRID = new Color(0xE0, 0xE0, 0xE0);
  private static final int WIDTH = 620;
  private static final int HEIGHT = 520;

  private final Path directory;
  private final Console console;

  /**
   * Pictures of one run.
   *
   * @param directory where the files go
   * @param console hears of pictures that cannot be drawn
   */
  public Plots(Path directory, Console console) {
    this.directory = directory;
    this.console = console;
  }

  /** Draws {@code metrics.csv}, so that the picture of a resumed run shows all of it. */
  public void learningCurve() {
    draw("learning-curve.png", () -> LearningCurve.read(directory.resolve("metrics.csv")).panels());
  }

  /** Draws predictions against labels. */
  public void parity(Agreement agreement, String set) {
    draw("parity.png", () -> ParityPlot.panels(agreement, set));
  }

  private void draw(String name, Supplier<XYChart[]> panels) {
    write(directory.resolve(name), console, panels);
  }

  /** Draws panels side by side into a PNG file. */
  static void write(Path file, Console console, Supplier<XYChart[]> panels) {
    try {
      var charts = panels.get();
      if (charts.length > 0) {
        var image = sideBySide(charts);
        AtomicFile.write(file, out -> ImageIO.write(image, "png", out));
      }
    } catch (RuntimeException | LinkageError | InternalError | AWTError e) { // no fonts, no AWT, no room on the disk
      console.warn(file.getFileName() + " was not drawn: " + e);
    }
  }

  private static BufferedImage sideBySide(XYChart... charts) {
    var whole = new BufferedImage(WIDTH * charts.length, HEIGHT, BufferedImage.TYPE_INT_RGB);
    var graphics = whole.createGraphics();
    for (int k = 0; k < charts.length; k++) {
      graphics.drawImage(BitmapEncoder.getBufferedImage(charts[k]), k * WIDTH, 0, null);
    }
    graphics.dispose();
    return whole;
  }

  /** An empty chart in the style of all. */
  static XYChart chart(String title, String x, String y) {
    var chart = new XYChartBuilder().width(WIDTH).height(HEIGHT).title(title).xAxisTitle(x).yAxisTitle(y).build();
    var style = chart.getStyler();
    style.setChartBackgroundColor(Color.WHITE);
    style.setPlotGridLinesColor(GRID);
    style.setPlotBorderVisible(false);
    style.setChartTitleBoxVisible(false);
    style.setLegendPosition(Styler.LegendPosition.InsideNE);
    style.setLegendBorderColor(GRID);
    return chart;
  }
}
