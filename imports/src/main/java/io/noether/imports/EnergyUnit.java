package io.noether.imports;

import io.noether.core.InputException;
import io.noether.core.Units;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Units of energy that networks are trained in. */
public enum EnergyUnit {
  /** Electronvolts, the unit of this library. */
  EV("eV", 1),
  /** Thermochemical kilocalories, 4184 J, per mole: 0.0433641042418009 eV. */
  KCAL_PER_MOL("kcal/mol", Units.EV_PER_KCAL_MOL),
  /** Kilojoules per mole. */
  KJ_PER_MOL("kJ/mol", Units.EV_PER_KJ_MOL),
  /** 27.211386245981 eV. */
  HARTREE("hartree", Units.EV_PER_HARTREE);

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
