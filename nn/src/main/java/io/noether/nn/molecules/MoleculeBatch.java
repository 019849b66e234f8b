package io.noether.nn.molecules;

import io.noether.autodiff.Execution;
import io.noether.nn.permutation.DenseBatch;
import java.util.List;
import java.util.random.RandomGenerator;

/** A batch of molecules as the network's numbers. Keeps its arrays while they are large enough. */
final class MoleculeBatch {
  private final MoleculeNetwork network;
  private final int[] channelOf = new int[AtomType.values().length];
  private double[] seen = {};
  private double[] bondTarget = {};
  private double[] atomTarget = {};

  MoleculeBatch(MoleculeNetwork network) {
    this.network = network;
    java.util.Arrays.fill(channelOf, -1);
    for (int k = 0; k < network.settings().types().size(); k++) {
      channelOf[network.settings().types().get(k).ordinal()] = k;
    }
  }

  /** Sets sizes and maps for molecules of these sizes, and the noise. */
  void bindNoise(Execution execution, DenseBatch sizes, double[] standardNormal) {
    network.tuples.bind(execution, sizes);
    execution.bind(network.noise, standardNormal);
  }

  /** Normal numbers from one generator, in order. */
  static double[] normal(int count, double deviation, RandomGenerator random) {
    double[] numbers = new double[count];
    for (int k = 0; k < count; k++) {
      numbers[k] = deviation * random.nextGaussian();
    }
    return numbers;
  }

  /**
   * What the encoder sees.
   *
   * @param levels the share of each molecule that is corrupted
   * @param marks random numbers for each atom in turn
   */
  void bindSeen(Execution execution, List<MoleculeGraph> molecules, double[] levels, double[] marks) {
    int width = MoleculeNetwork.inputs(network.settings());
    int rows = molecules.stream().mapToInt(m -> m.size() * m.size()).sum();
    seen = grown(seen, rows * width);
    java.util.Arrays.fill(seen, 0, rows * width, 0);
    int firstMark = MoleculeGraph.BOND_KINDS + network.settings().types().size();
    int at = 0;
    int atom = 0;
    for (int m = 0; m < molecules.size(); m++) {
      var molecule = molecules.get(m);
      for (int i = 0; i < molecule.size(); i++, atom++) {
        int diagonal = at + i * width;
        System.arraycopy(marks, atom * MoleculeNetwork.MARKS, seen, diagonal + firstMark, MoleculeNetwork.MARKS);
        for (int j = 0; j < molecule.size(); j++) {
          seen[at + (i == j ? MoleculeGraph.BOND_KINDS + channel(molecule, i) : molecule.bond(i, j))] = 1;
          seen[at + width - 1] = levels[m];
          at += width;
        }
      }
    }
    execution.bind(network.seen, seen);
  }

  /** What the decoder should find. */
  void bindTargets(Execution execution, List<MoleculeGraph> molecules) {
    int kinds = MoleculeGraph.BOND_KINDS;
    int types = network.settings().types().size();
    int rows = molecules.stream().mapToInt(m -> m.size() * m.size()).sum();
    int atoms = molecules.stream().mapToInt(MoleculeGraph::size).sum();
    bondTarget = grown(bondTarget, rows * kinds);
    atomTarget = grown(atomTarget, atoms * types);
    java.util.Arrays.fill(bondTarget, 0);
    java.util.Arrays.fill(atomTarget, 0);
    int pair = 0;
    int atom = 0;
    for (MoleculeGraph molecule : molecules) {
      for (int i = 0; i < molecule.size(); i++) {
        atomTarget[atom++ * types + channel(molecule, i)] = 1;
        for (int j = 0; j < molecule.size(); j++, pair++) {
          if (i != j) {
            bondTarget[pair * kinds + molecule.bond(i, j)] = 1;
          }
        }
      }
    }
    execution.bind(network.bondTarget, bondTarget);
    execution.bind(network.atomTarget, atomTarget);
    execution.bind(network.scale, new double[] {1.0 / molecules.size()});
  }

  private int channel(MoleculeGraph molecule, int atom) {
    int channel = channelOf[molecule.atoms()[atom]];
    if (channel < 0) {
      throw new IllegalArgumentException("the network does not know the atom type " + molecule.atom(atom));
    }
    return channel;
  }

  private static double[] grown(double[] array, int length) {
    return array.length >= length ? array : new double[length];
  }
}
