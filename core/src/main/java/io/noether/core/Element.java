package io.noether.core;

import java.util.Locale;
import java.util.Optional;

/**
 * The chemical elements, in order of atomic number. Masses are the abridged standard atomic weights of the IUPAC
 * Commission on Isotopic Abundances and Atomic Weights (Prohaska et al., Pure Appl. Chem. 94, 573 (2022)), in amu; an
 * element without a standard weight has the mass number of a long-lived isotope.
 */
public enum Element {
  H(1.008, "hydrogen"),
  He(4.0026, "helium"),
  Li(6.94, "lithium"),
  Be(9.0122, "beryllium"),
  B(10.81, "boron"),
  C(12.011, "carbon"),
  N(14.007, "nitrogen"),
  O(15.999, "oxygen"),
  F(18.998, "fluorine"),
  Ne(20.180, "neon"),
  Na(22.990, "sodium"),
  Mg(24.305, "magnesium"),
  Al(26.982, "aluminium"),
  Si(28.085, "silicon"),
  P(30.974, "phosphorus"),
  S(32.06, "sulfur"),
  Cl(35.45, "chlorine"),
  Ar(39.95, "argon"),
  K(39.098, "potassium"),
  Ca(40.078, "calcium"),
  Sc(44.956, "scandium"),
  Ti(47.867, "titanium"),
  V(50.942, "vanadium"),
  Cr(51.996, "chromium"),
  Mn(54.938, "manganese"),
  Fe(55.845, "iron"),
  Co(58.933, "cobalt"),
  Ni(58.693, "nickel"),
  Cu(63.546, "copper"),
  Zn(65.38, "zinc"),
  Ga(69.723, "gallium"),
  Ge(72.630, "germanium"),
  As(74.922, "arsenic"),
  Se(78.971, "selenium"),
  Br(79.904, "bromine"),
  Kr(83.798, "krypton"),
  Rb(85.468, "rubidium"),
  Sr(87.62, "strontium"),
  Y(88.906, "yttrium"),
  Zr(91.224, "zirconium"),
  Nb(92.906, "niobium"),
  Mo(95.95, "molybdenum"),
  Tc(97, "technetium"),
  Ru(101.07, "ruthenium"),
  Rh(102.91, "rhodium"),
  Pd(106.42, "palladium"),
  Ag(107.87, "silver"),
  Cd(112.41, "cadmium"),
  In(114.82, "indium"),
  Sn(118.71, "tin"),
  Sb(121.76, "antimony"),
  Te(127.60, "tellurium"),
  I(126.90, "iodine"),
  Xe(131.29, "xenon"),
  Cs(132.91, "caesium"),
  Ba(137.33, "barium"),
  La(138.91, "lanthanum"),
  Ce(140.12, "cerium"),
  Pr(140.91, "praseodymium"),
  Nd(144.24, "neodymium"),
  Pm(145, "promethium"),
  Sm(150.36, "samarium"),
  Eu(151.96, "europium"),
  Gd(157.25, "gadolinium"),
  Tb(158.93, "terbium"),
  Dy(162.50, "dysprosium"),
  Ho(164.93, "holmium"),
  Er(167.26, "erbium"),
  Tm(168.93, "thulium"),
  Yb(173.05, "ytterbium"),
  Lu(174.97, "lutetium"),
  Hf(178.49, "hafnium"),
  Ta(180.95, "tantalum"),
  W(183.84, "tungsten"),
  Re(186.21, "rhenium"),
  Os(190.23, "osmium"),
  Ir(192.22, "iridium"),
  Pt(195.08, "platinum"),
  Au(196.97, "gold"),
  Hg(200.59, "mercury"),
  Tl(204.38, "thallium"),
  Pb(207.2, "lead"),
  Bi(208.98, "bismuth"),
  Po(209, "polonium"),
  At(210, "astatine"),
  Rn(222, "radon"),
  Fr(223, "francium"),
  Ra(226, "radium"),
  Ac(227, "actinium"),
  Th(232.04, "thorium"),
  Pa(231.04, "protactinium"),
  U(238.03, "uranium"),
  Np(237, "neptunium"),
  Pu(244, "plutonium"),
  Am(243, "americium"),
  Cm(247, "curium"),
  Bk(247, "berkelium"),
  Cf(251, "californium"),
  Es(252, "einsteinium"),
  Fm(257, "fermium"),
  Md(258, "mendelevium"),
  No(259, "nobelium"),
  Lr(262, "lawrencium"),
  Rf(267, "rutherfordium"),
  Db(268, "dubnium"),
  Sg(269, "seaborgium"),
  Bh(270, "bohrium"),
  Hs(269, "hassium"),
  Mt(278, "meitnerium"),
  Ds(281, "darmstadtium"),
  Rg(282, "roentgenium"),
  Cn(285, "copernicium"),
  Nh(286, "nihonium"),
  Fl(289, "flerovium"),
  Mc(290, "moscovium"),
  Lv(293, "livermorium"),
  Ts(294, "tennessine"),
  Og(294, "oganesson");

  /** How many elements there are; atomic numbers are 1 to this. */
  public static final int COUNT = 118;

  private static final Element[] ALL = values();

  private final double mass;
  private final String englishName;

  Element(double mass, String englishName) {
    this.mass = mass;
    this.englishName = englishName;
  }

  /**
   * The element with an atomic number.
   *
   * @throws InputException if the number is not one of 1 to 118
   */
  public static Element of(int atomicNumber) {
    if (atomicNumber < 1 || atomicNumber > COUNT) {
      throw new InputException("no element has atomic number " + atomicNumber + "; use 1 to " + COUNT);
    }
    return ALL[atomicNumber - 1];
  }

  /**
   * The element with a symbol such as {@code Si}, written with exactly that capitalisation.
   *
   * @throws InputException if there is no such element
   */
  public static Element bySymbol(String symbol) {
    return find(symbol).orElseThrow(() -> {
      var meant = find(capitalised(symbol));
      return new InputException("unknown element '" + symbol + "'; "
          + (meant.isPresent() ? "did you mean " + meant.get().symbol() + "?" : "use a symbol such as Si"));
    });
  }

  /** The element with a symbol such as {@code Si}, if there is one; the capitalisation counts. */
  public static Optional<Element> find(String symbol) {
    for (var element : ALL) {
      if (element.name().equals(symbol)) {
        return Optional.of(element);
      }
    }
    return Optional.empty();
  }

  private static String capitalised(String symbol) {
    return symbol.isEmpty() ? symbol
        : symbol.substring(0, 1).toUpperCase(Locale.ROOT) + symbol.substring(1).toLowerCase(Locale.ROOT);
  }

  /** Number of protons, 1 to 118. */
  public int atomicNumber() {
    return ordinal() + 1;
  }

  /** Chemical symbol, such as {@code Si}. */
  public String symbol() {
    return name();
  }

  /** English name in lower case, such as {@code silicon}. */
  public String englishName() {
    return englishName;
  }

  /** Standard atomic weight, or a mass number where there is none, in amu. */
  public double mass() {
    return mass;
  }
}
