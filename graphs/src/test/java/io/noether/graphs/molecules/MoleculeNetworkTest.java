package io.noether.graphs.molecules;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.noether.autodiff.Execution;
import io.noether.autodiff.Precision;
import io.noether.autodiff.Tensor;
import io.noether.autodiff.plan.PlannedProgram;
import io.noether.nn.permutation.DenseBatch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Permuted input and noise give permuted output and the same loss. The noise is independent and identically distributed
 * over atoms, and so is the corruption over atoms and over pairs (CorruptionTest), so it follows that the law of samples
 * does not change when atoms are relabelled.
 */
class MoleculeNetworkTest {
  private static final List<AtomType> TYPES = List.of(AtomType.C, AtomType.N, AtomType.O);
  private static final int[] SIZES = {4, 1, 6, 3};
  private static final double TOLERANCE = 1e-10;

  private final Random random = new Random(5);

  /** Everything that a batch is, and what it comes to. */
  private record Case(List<MoleculeGraph> clean, List<MoleculeGraph> seen, double[] marks, double[] noise) {
    Case permuted(int[] atomOrder, List<int[]> orders) {
      return new Case(moved(clean, orders), moved(seen, orders), rows(marks, atomOrder), rows(noise, atomOrder));
    }

    private static List<MoleculeGraph> moved(List<MoleculeGraph> molecules, List<int[]> orders) {
      return IntStream.range(0, orders.size()).mapToObj(m -> molecules.get(m).reordered(orders.get(m))).toList();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3})
  void encoderAndDecoderCommuteWithPermutations(int order) {
    var network = new MoleculeNetwork(new MoleculeSettings(TYPES, 6, 3, 2, 2, order));
    var posterior = network.posterior;
    var perAtom = List.of(posterior.mean(), posterior.logVariance(), network.reconstruction.atoms(),
        network.prior.atoms());
    var perPair = List.of(network.reconstruction.bonds(), network.prior.bonds());
    var perBatch = List.of(network.mismatch, network.divergence);
    var outputs = new ArrayList<Tensor>(perAtom);
    outputs.addAll(perPair);
    outputs.addAll(perBatch);
    Execution execution = PlannedProgram.of(outputs, Precision.FLOAT64).newExecution();
    network.newParameters(3).bindTo(execution);

    var clean = Arrays.stream(SIZES).mapToObj(n -> Molecules.random(n, TYPES, random)).toList();
    var seen = Arrays.stream(SIZES).mapToObj(n -> Molecules.random(n, TYPES, random)).toList();
    int atoms = Arrays.stream(SIZES).sum();
    var first = new Case(clean, seen, random.doubles((long) atoms * MoleculeNetwork.MARKS).toArray(),
        random.doubles(atoms * 3L, -2, 2).toArray());
    var orders = Arrays.stream(SIZES).mapToObj(n -> Molecules.permutation(n, random)).toList();
    int[] atomOrder = joined(orders, 1);
    int[] pairOrder = joined(orders, 2);

    List<double[]> before = run(network, execution, outputs, first);
    List<double[]> after = run(network, execution, outputs, first.permuted(atomOrder, orders));
    for (int k = 0; k < outputs.size(); k++) {
      Tensor output = outputs.get(k);
      double[] expected = perAtom.contains(output) ? rows(before.get(k), atomOrder)
          : perPair.contains(output) ? rows(before.get(k), pairOrder) : before.get(k);
      assertArrayEquals(expected, after.get(k), TOLERANCE, output.name());
      if (!perBatch.contains(output)) {
        assertNotEquals(before.get(k)[0], after.get(k)[0], "the permutation must be seen");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3})
  void bondScoresAreSymmetric(int order) {
    var network = new MoleculeNetwork(new MoleculeSettings(TYPES, 5, 4, 1, 2, order));
    Execution execution = PlannedProgram.of(List.of(network.prior.bonds()), Precision.FLOAT64).newExecution();
    network.newParameters(1).bindTo(execution);
    var batch = new MoleculeBatch(network);
    batch.bindSizes(execution, new DenseBatch(order, 5), 1);
    batch.bindSeen(execution, List.of(Molecules.random(5, TYPES, random)), new double[] {0.5});
    execution.bind(network.noise, random.doubles(20, -2, 2).toArray());
    execution.run();
    double[] scores = new double[25 * MoleculeGraph.BOND_KINDS];
    execution.read(network.prior.bonds(), scores);
    int[] transposed = new int[25];
    Arrays.setAll(transposed, pair -> pair % 5 * 5 + pair / 5);
    assertArrayEquals(scores, rows(scores, transposed), 1e-12);
    assertNotEquals(scores[4], scores[8]);
  }

  private static List<double[]> run(MoleculeNetwork network, Execution execution, List<Tensor> outputs, Case given) {
    var batch = new MoleculeBatch(network);
    batch.bindSizes(execution, new DenseBatch(network.settings().order(), SIZES), SIZES.length);
    batch.bindClean(execution, given.clean);
    batch.bindSeen(execution, given.seen, new double[] {0, 0.1, 0.2, 0.3});
    execution.bind(network.marks, given.marks);
    execution.bind(network.noise, given.noise);
    execution.run();
    return outputs.stream().map(t -> {
      int rows = t.space().equals(network.tuples.space(2)) ? Arrays.stream(SIZES).map(n -> n * n).sum()
          : t.space().equals(network.tuples.space(1)) ? Arrays.stream(SIZES).sum() : 1;
      double[] values = new double[rows * t.shape().size()];
      execution.read(t, values);
      return values;
    }).toList();
  }

  /** The row of each atom (rank 1) or pair (rank 2) of the permuted batch in the first. */
  private static int[] joined(List<int[]> orders, int rank) {
    var rows = new ArrayList<Integer>();
    int base = 0;
    for (int[] order : orders) {
      int n = order.length;
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < (rank == 1 ? 1 : n); j++) {
          rows.add(rank == 1 ? base + order[i] : base + order[i] * n + order[j]);
        }
      }
      base += rank == 1 ? n : n * n;
    }
    return rows.stream().mapToInt(Integer::intValue).toArray();
  }

  private static double[] rows(double[] values, int[] order) {
    int width = values.length / order.length;
    double[] moved = new double[values.length];
    for (int row = 0; row < order.length; row++) {
      System.arraycopy(values, order[row] * width, moved, row * width, width);
    }
    return moved;
  }
}
