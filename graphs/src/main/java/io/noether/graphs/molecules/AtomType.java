package io.noether.graphs.molecules;

import java.util.List;
import java.util.Optional;

/**
 * The kind of a heavy atom in a kekulised molecule: an element with a formal charge. Hydrogens are not atoms of their own
 * here. An atom has as many as fill its bonds up to the next valence that is allowed, which is the rule of SMILES.
 * Nitrogen has three bonds, so nitro groups are written with charges.
 */
public enum AtomType {
  /** Boron. */
  B("B", 0, 3),
  /** Boron with one electron more. */
  B_MINUS("B", -1, 4),
  /** Carbon. */
  C("C", 0, 4),
  /** Carbanion. */
  C_MINUS("C", -1, 3),
  /** Carbocation. */
  C_PLUS("C", 1, 3),
  /** Nitrogen. */
  N("N", 0, 3),
  /** Amide ion. */
  N_MINUS("N", -1, 2),
  /** Nitrogen with four bonds, as in ammonium and nitro groups. */
  N_PLUS("N", 1, 4),
  /** Oxygen. */
  O("O", 0, 2),
  /** Oxygen with one bond, as in alcoholates and nitro groups. */
  O_MINUS("O", -1, 1),
  /** Oxonium. */
  O_PLUS("O", 1, 3),
  /** Fluorine. */
  F("F", 0, 1),
  /** Silicon. */
  SI("Si", 0, 4),
  /** Phosphorus. */
  P("P", 0, 3, 5),
  /** Phosphonium. */
  P_PLUS("P", 1, 4),
  /** Sulphur. */
  S("S", 0, 2, 6),
  /** Thiolate. */
  S_MINUS("S", -1, 1),
  /** Sulphonium. */
  S_PLUS("S", 1, 3, 5),
  /** Chlorine. */
  CL("Cl", 0, 1),
  /** Bromine. */
  BR("Br", 0, 1),
  /** Iodine. */
  I("I", 0, 1);

  private static final List<AtomType> ALL = List.of(values());

  private final String symbol;
  private final int charge;
  private final int smallest;
  private final int largest;

  AtomType(String symbol, int charge, int valence) {
    this(symbol, charge, valence, valence);
  }

  /** Valences go from the smallest to the largest in steps of two. */
  AtomType(String symbol, int charge, int smallest, int largest) {
    this.symbol = symbol;
    this.charge = charge;
    this.smallest = smallest;
    this.largest = largest;
  }

  /** The type with this ordinal. */
  static AtomType of(int ordinal) {
    return ALL.get(ordinal);
  }

  /** The type of an element's atom with a formal charge, if it is one of these. */
  public static Optional<AtomType> of(String symbol, int charge) {
    return ALL.stream().filter(t -> t.symbol.equals(symbol) && t.charge == charge).findFirst();
  }

  /** The type with this symbol and charge, as {@link #toString} writes them. */
  public static Optional<AtomType> named(String text) {
    return ALL.stream().filter(t -> t.toString().equals(text)).findFirst();
  }

  /** The chemical element. */
  public String symbol() {
    return symbol;
  }

  /** The formal charge. */
  public int charge() {
    return charge;
  }

  /** The largest number of bonds that it can have; a double bond counts twice. */
  public int largestValence() {
    return largest;
  }

  /** Hydrogens of an atom whose bonds to heavy atoms add up to {@code bonds}; -1 if these are too many. */
  public int hydrogens(int bonds) {
    int missing = bonds <= smallest ? smallest - bonds : (bonds - smallest) % 2;
    return bonds + missing <= largest ? missing : -1;
  }

  /** Its symbol and charge, such as C, N+ or O-. */
  @Override
  public String toString() {
    return symbol + (charge == 0 ? "" : charge > 0 ? "+" : "-");
  }
}
