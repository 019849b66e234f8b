package io.noether.nn.training;

import io.noether.autodiff.optim.Budget;
import io.noether.core.Cell;
import io.noether.core.Labels;
import io.noether.core.Structure;
import io.noether.nn.layers.CutoffFunction;
import io.noether.nn.layers.RadialBasis;
import io.noether.nn.models.PaiNN;
import io.noether.nn.models.Radial;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Small labelled structures whose energy is known in closed form: springs between all pairs, plus a constant each. */
public final class Toy {
  private static final double STIFFNESS = 3;
  private static final double LENGTH = 1.2;
  private static final double HYDROGEN = -13;
  private static final double OXYGEN = -40;

  private Toy() {}

  /** O H H, each a little different. */
  public static List<Structure> waters(int count, long seed) {
    var random = new Random(seed);
    var all = new ArrayList<Structure>();
    for (int k = 0; k < count; k++) {
      double[] r = {0, 0, 0, 1, 0, 0, -0.3, 0.95, 0};
      for (int c = 0; c < r.length; c++) {
        r[c] += 0.15 * random.nextGaussian();
      }
      all.add(labelled(new int[] {8, 1, 1}, r).withSource("toy, frame " + k));
    }
    return all;
  }

  /** With energy and forces. */
  public static Structure labelled(int[] z, double[] r) {
    double energy = 0;
    double[] f = new double[r.length];
    for (int i = 0; i < z.length; i++) {
      energy += z[i] == 1 ? HYDROGEN : OXYGEN;
      for (int j = 0; j < i; j++) {
        double[] d = {r[3 * j] - r[3 * i], r[3 * j + 1] - r[3 * i + 1], r[3 * j + 2] - r[3 * i + 2]};
        double length = Math.sqrt(d[0] * d[0] + d[1] * d[1] + d[2] * d[2]);
        energy += STIFFNESS / 2 * (length - LENGTH) * (length - LENGTH);
        for (int a = 0; a < 3; a++) {
          double pull = STIFFNESS * (length - LENGTH) * d[a] / length;
          f[3 * i + a] += pull;
          f[3 * j + a] -= pull;
        }
      }
    }
    return Structure.of(z, r).withLabels(Labels.NONE.withEnergy(energy).withForces(f));
  }

  /** A crystal with every label, for shapes rather than for physics. */
  public static Structure crystal(long seed) {
    var random = new Random(seed);
    double[] r = {0, 0, 0, 1.5 + 0.1 * random.nextGaussian(), 1.5, 1.4};
    double[] f = random.doubles(6, -1, 1).toArray();
    double[] s = random.doubles(9, -0.1, 0.1).toArray();
    s[1] = s[3];
    s[2] = s[6];
    s[5] = s[7];
    return Structure.of(new int[] {1, 8}, r, Cell.of(3, 0.2, 0, 0, 3.1, 0, 0.1, 0, 2.9))
        .withLabels(Labels.NONE.withEnergy(-50 + random.nextDouble()).withForces(f).withStress(s))
        .withSource("crystal " + seed);
  }

  /** A network of a few dozen numbers. */
  public static TrainingConfig config() {
    return TrainingConfig.DEFAULT
        .withModel(new PaiNN(4, 1, new Radial(4, 3, RadialBasis.GAUSSIAN, new CutoffFunction.Cosine())))
        .withBudget(Budget.ofEpochs(3)).withBatchSize(4).withData(DataConfig.DEFAULT.withValidationFraction(0.2));
  }
}
