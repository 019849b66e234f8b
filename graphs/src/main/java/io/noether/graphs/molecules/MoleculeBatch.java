package io.noether.graphs.molecules;

import io.noether.autodiff.Execution;
import io.noether.autodiff.Tensor;
import io.noether.nn.permutation.DenseBatch;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** Molecules as the network's numbers. Keeps its array while it is large enough. */
final class MoleculeBatch {
  private final MoleculeNetwork network;
  private final int[] channelOf = new int[AtomType.values().length];
  private double[] rows = {};

  MoleculeBatch(MoleculeNetwork network) {
    this.network = network;
    Arrays.fill(channelOf, -1);
    for (int k = 0; k < network.settings().types().size(); k++) {
      channelOf[network.settings().types().get(k).ordinal()] = MoleculeGraph.BOND_KINDS + k;
    }
  }

  /** Sets sizes and maps; before anything else. */
  void bindSizes(Execution execution, DenseBatch sizes, int graphs) {
    network.tuples.bind(execution, sizes);
    execution.bind(network.scale, new double[] {1.0 / graphs});
  }

  /** The molecules that the encoder sees and the decoder should find. */
  void bindClean(Execution execution, List<MoleculeGraph> molecules) {
    bind(execution, network.clean, molecules, new double[0]);
  }

  /**
   * What is left of them.
   *
   * @param levels the share of each molecule that is corrupted
   */
  void bindSeen(Execution execution, List<MoleculeGraph> molecules, double[] levels) {
    bind(execution, network.seen, molecules, levels);
  }

  private void bind(Execution execution, Tensor input, List<MoleculeGraph> molecules, double[] levels) {
    int width = input.shape().dim(0);
    int count = molecules.stream().mapToInt(m -> m.size() * m.size()).sum() * width;
    if (rows.length < count) {
      rows = new double[count];
    }
    Arrays.fill(rows, 0, count, 0);
    int at = 0;
    for (int m = 0; m < molecules.size(); m++) {
      var molecule = molecules.get(m);
      for (int i = 0; i < molecule.size(); i++) {
        for (int j = 0; j < molecule.size(); j++) {
          rows[at + (i == j ? channel(molecule, i) : molecule.bond(i, j))] = 1;
          if (levels.length > 0) {
            rows[at + width - 1] = levels[m];
          }
          at += width;
        }
      }
    }
    execution.bind(input, rows);
  }

  private int channel(MoleculeGraph molecule, int atom) {
    int channel = channelOf[molecule.atoms()[atom]];
    if (channel < 0) {
      throw new IllegalArgumentException("the network does not know the atom type " + molecule.atom(atom));
    }
    return channel;
  }

  /** Normal numbers from one generator, in order. */
  static double[] normal(int count, double deviation, RandomGenerator random) {
    double[] numbers = new double[count];
    for (int k = 0; k < count; k++) {
      numbers[k] = deviation * random.nextGaussian();
    }
    return numbers;
  }
}
