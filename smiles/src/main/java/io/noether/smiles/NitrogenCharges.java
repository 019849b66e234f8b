package io.noether.smiles;

import org.openscience.cdk.interfaces.IAtom;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.interfaces.IBond;

/**
 * Writes uncharged nitrogen with five bonds as N+: its double bond to an end atom =O becomes a single one to O-, its
 * triple bond to an end atom #N a double one to N-.
 */
final class NitrogenCharges {
  private static final int TOO_MANY_BONDS = 5;

  private NitrogenCharges() {}

  static void separate(IAtomContainer molecule) {
    for (IAtom atom : molecule.atoms()) {
      if (atom.getAtomicNumber() == IAtom.N && atom.getFormalCharge() == 0 && bonds(atom) == TOO_MANY_BONDS) {
        separate(atom);
      }
    }
  }

  private static void separate(IAtom nitrogen) {
    for (IBond bond : nitrogen.bonds()) {
      IAtom end = bond.getOther(nitrogen);
      boolean oxygen = end.getAtomicNumber() == IAtom.O && bond.getOrder() == IBond.Order.DOUBLE;
      boolean azide = end.getAtomicNumber() == IAtom.N && bond.getOrder() == IBond.Order.TRIPLE;
      if (end.getBondCount() == 1 && end.getFormalCharge() == 0 && (oxygen || azide)) {
        bond.setOrder(oxygen ? IBond.Order.SINGLE : IBond.Order.DOUBLE);
        end.setFormalCharge(-1);
        nitrogen.setFormalCharge(1);
        return;
      }
    }
  }

  private static int bonds(IAtom atom) {
    int sum = atom.getImplicitHydrogenCount();
    for (IBond bond : atom.bonds()) {
      sum += bond.getOrder().numeric();
    }
    return sum;
  }
}
