package io.noether.smiles;

/** A molecule that cannot be read into a graph, and why. */
final class UnusableMoleculeException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What is in the way. */
  enum Reason {
    NOT_SMILES("not SMILES"),
    PIECES("not connected"),
    ATOM("an element or charge outside the table"),
    BOND("a bond order other than 1, 2, 3"),
    HYDROGENS("a radical or an unusual valence");

    private final String text;

    Reason(String text) {
      this.text = text;
    }

    @Override
    public String toString() {
      return text;
    }
  }

  private final Reason reason;

  UnusableMoleculeException(Reason reason) {
    super(reason.toString());
    this.reason = reason;
  }

  UnusableMoleculeException(Reason reason, Throwable cause) {
    super(reason.toString(), cause);
    this.reason = reason;
  }

  Reason reason() {
    return reason;
  }
}
