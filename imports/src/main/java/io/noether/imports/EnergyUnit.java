package io.noether.imports;

import io.noether.core.InputException;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * Units of energy that networks are trained in. Avogadro's number and the elementary charge are exact in the SI (BIPM,
 * The International System of Units, 9th edition, 2019): 1 kJ/mol is 1000 / (6.02214076e23 · 1.602176634e-19) eV.
 */
public enum EnergyUnit {
  /** Electronvolts, the unit of this library. */
  EV("eV", 1),
  /** Thermochemical kilocalories, 4184 J, per mole: 0.0433641042418009 eV. */
  KCAL_PER_MOL("kcal/mol", 4184 / Constants.FARADAY),
  /** Kilojoules per mole. */
  KJ_PER_MOL("kJ/mol", 1000 / Constants.FARADAY),
  /** CODATA 2022: 27.211386245981 eV. */
  HARTREE("hartree", 27.211386245981);

  private static final class Constants {
    static final double FARADAY = 6.02214076e23 * 1.602176634e-19; // C/mol
  }

  private final String symbol;
  private final double electronVolts;

  EnergyUnit(String symbol, double electronVolts) {
    this.symbol = symbol;
    this.electronVolts = electronVolts;
  }

  /** How many eV one of this unit is. */
  public double inElectronVolts() {
    return electronVolts;
  }

  /** The unit with a symbol such as {@code kcal/mol}. @throws InputException naming the units that there are */
  public static EnergyUnit parse(String symbol) {
    return Arrays.stream(values()).filter(unit -> unit.symbol.equals(symbol)).findFirst()
        .orElseThrow(() -> new InputException("no unit of energy is called '" + symbol + "'; known: "
            + Arrays.stream(values()).map(EnergyUnit::toString).collect(Collectors.joining(", "))));
  }

  /** The unit's symbol. */
  @Override
  public String toString() {
    return symbol;
  }

  /** What a model file says of the conversion. */
  String conversion() {
    return this == EV ? "eV, eV/Å" : "%1$s, %1$s/Å, converted: 1 %1$s = %2$s eV".formatted(symbol, electronVolts);
  }
}
