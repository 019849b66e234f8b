package io.noether.app.calculate;

import java.util.Locale;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads a time such as 20ps, 0.5fs or 1ns; without a unit it is in fs. */
final class Femtoseconds implements ITypeConverter<Double> {
  private static final Pattern TIME = Pattern.compile("(\\d{1,12}(?:\\.\\d{0,12})?)(fs|ps|ns)?");

  @Override
  public Double convert(String text) {
    var parts = TIME.matcher(text);
    if (!parts.matches()) {
      throw new TypeConversionException("'" + text + "' is not a time such as 20ps, 500fs or 1ns");
    }
    double unit = switch (parts.group(2)) {
      case "ps" -> 1e3;
      case "ns" -> 1e6;
      case null, default -> 1;
    };
    return Double.parseDouble(parts.group(1)) * unit;
  }

  /** Writes a time in the unit that suits it. */
  static String text(double femtoseconds) {
    if (femtoseconds < 1e3) {
      return "%.4g fs".formatted(femtoseconds).replaceFirst("\\.?0+ fs", " fs");
    }
    return femtoseconds < 1e6 ? "%.2f ps".formatted(femtoseconds / 1e3)
        : String.format(Locale.ROOT, "%.3f ns", femtoseconds / 1e6);
  }
}
