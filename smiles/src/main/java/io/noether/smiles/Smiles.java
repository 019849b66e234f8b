package io.noether.smiles;

import io.noether.graphs.molecules.AtomType;
import io.noether.graphs.molecules.MoleculeGraph;
import org.openscience.cdk.aromaticity.Aromaticity;
import org.openscience.cdk.config.Elements;
import org.openscience.cdk.exception.CDKException;
import org.openscience.cdk.graph.Cycles;
import org.openscience.cdk.interfaces.IAtom;
import org.openscience.cdk.interfaces.IAtomContainer;
import org.openscience.cdk.interfaces.IBond;
import org.openscience.cdk.silent.SilentChemObjectBuilder;
import org.openscience.cdk.smiles.SmiFlavor;
import org.openscience.cdk.smiles.SmilesGenerator;
import org.openscience.cdk.smiles.SmilesParser;
import org.openscience.cdk.tools.manipulator.AtomContainerManipulator;

/**
 * Between SMILES and graphs of heavy atoms. Isotopes and stereochemistry are dropped; pentavalent nitrogen (nitro groups
 * written N(=O)=O, azides N=N#N) is written with charges. For one thread.
 */
public final class Smiles {
  private final SmilesParser parser = new SmilesParser(SilentChemObjectBuilder.getInstance());
  private final SmilesGenerator generator = new SmilesGenerator(SmiFlavor.Unique | SmiFlavor.UseAromaticSymbols);

  /**
   * Reads a molecule.
   *
   * @throws UnusableMoleculeException if it is not SMILES or not a molecule that a graph of atom types and bond orders
   *     can say
   */
  public MoleculeGraph read(String smiles) {
    IAtomContainer molecule;
    try {
      molecule = AtomContainerManipulator.suppressHydrogens(parser.parseSmiles(smiles));
    } catch (CDKException e) {
      throw new UnusableMoleculeException(UnusableMoleculeException.Reason.NOT_SMILES, e);
    }
    if (molecule.getAtomCount() == 0) {
      throw new UnusableMoleculeException(UnusableMoleculeException.Reason.NOT_SMILES);
    }
    NitrogenCharges.separate(molecule);
    return graph(molecule);
  }

  private static MoleculeGraph graph(IAtomContainer molecule) {
    int n = molecule.getAtomCount();
    byte[] bonds = new byte[n * n];
    for (IBond bond : molecule.bonds()) {
      byte order = (byte) order(bond);
      bonds[bond.getBegin().getIndex() * n + bond.getEnd().getIndex()] = order;
      bonds[bond.getEnd().getIndex() * n + bond.getBegin().getIndex()] = order;
    }
    byte[] atoms = new byte[n];
    for (IAtom atom : molecule.atoms()) {
      atoms[atom.getIndex()] = (byte) AtomType.of(atom.getSymbol(), atom.getFormalCharge())
          .orElseThrow(() -> new UnusableMoleculeException(UnusableMoleculeException.Reason.ATOM)).ordinal();
    }
    var graph = new MoleculeGraph(atoms, bonds);
    if (!graph.connected()) {
      throw new UnusableMoleculeException(UnusableMoleculeException.Reason.PIECES);
    }
    for (IAtom atom : molecule.atoms()) {
      int i = atom.getIndex();
      if (graph.atom(i).hydrogens(graph.bondSum(i)) != atom.getImplicitHydrogenCount()) {
        throw new UnusableMoleculeException(UnusableMoleculeException.Reason.HYDROGENS);
      }
    }
    return graph;
  }

  private static int order(IBond bond) {
    return switch (bond.getOrder()) {
      case SINGLE -> 1;
      case DOUBLE -> 2;
      case TRIPLE -> 3;
      default -> throw new UnusableMoleculeException(UnusableMoleculeException.Reason.BOND);
    };
  }

  /**
   * The molecule for CDK, as it is: no bond is changed.
   *
   * @throws IllegalArgumentException if a valence is impossible
   */
  public static IAtomContainer molecule(MoleculeGraph graph) {
    if (!graph.valencesPossible()) {
      throw new IllegalArgumentException("an atom has more bonds than it can have");
    }
    IAtomContainer molecule = SilentChemObjectBuilder.getInstance().newAtomContainer();
    for (int i = 0; i < graph.size(); i++) {
      var type = graph.atom(i);
      IAtom atom = molecule.newAtom(Elements.ofString(type.symbol()).number(),
          type.hydrogens(graph.bondSum(i)));
      atom.setFormalCharge(type.charge());
    }
    for (int i = 0; i < graph.size(); i++) {
      for (int j = 0; j < i; j++) {
        if (graph.bond(i, j) > 0) {
          molecule.newBond(molecule.getAtom(j), molecule.getAtom(i),
              IBond.Order.values()[graph.bond(i, j) - 1]);
        }
      }
    }
    return molecule;
  }

  /**
   * The one SMILES that all graphs of a molecule have, whatever the order of the atoms and the choice of alternating
   * bonds in aromatic rings.
   */
  public String canonical(MoleculeGraph graph) {
    try {
      IAtomContainer molecule = molecule(graph);
      Cycles.markRingAtomsAndBonds(molecule);
      Aromaticity.apply(Aromaticity.Model.Daylight, molecule);
      return generator.create(molecule);
    } catch (CDKException e) {
      throw new IllegalStateException("CDK cannot write a molecule with possible valences", e);
    }
  }
}
