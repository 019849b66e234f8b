package io.noether.dynamics.potentials;

import io.noether.core.Element;
import io.noether.core.Potential;
import io.noether.core.Prediction;
import io.noether.core.Structure;
import io.noether.core.neighbours.NeighbourList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A potential that is a function of the vectors between neighbours. */
public abstract class EdgePotential implements Potential {
  private final double cutoff;

  protected EdgePotential(double cutoff) {
    this.cutoff = cutoff;
  }

  /**
   * The energy of atom i from the vectors to its neighbours.
   *
   * @param r vectors, three numbers each, of the edges from {@code from} to {@code to}
   * @param slopes receives its derivative with respect to them
   */
  protected abstract double atomicEnergy(double[] r, int from, int to, double[] slopes);

  @Override
  public List<Element> elements() {
    return List.of(Element.values());
  }

  @Override
  public List<Prediction> predict(List<Structure> structures) {
    var predictions = new ArrayList<Prediction>();
    structures.forEach(s -> predictions.add(one(s)));
    return predictions;
  }

  private Prediction one(Structure s) {
    var list = NeighbourList.build(s, cutoff);
    int[] offsets = list.offsets();
    int[] senders = list.senders();
    double[] r = list.shiftVectors();
    double[] slopes = new double[r.length];
    double[] atomic = new double[s.size()];
    double[] forces = new double[3 * s.size()];
    double[] virial = new double[9];
    double energy = 0;
    for (int i = 0; i < s.size(); i++) {
      for (int e = offsets[i]; e < offsets[i + 1]; e++) {
        for (int axis = 0; axis < 3; axis++) {
          r[3 * e + axis] += s.position(senders[e], axis) - s.position(i, axis);
        }
      }
      atomic[i] = atomicEnergy(r, offsets[i], offsets[i + 1], slopes);
      energy += atomic[i];
      for (int e = offsets[i]; e < offsets[i + 1]; e++) {
        for (int a = 0; a < 3; a++) {
          forces[3 * i + a] += slopes[3 * e + a];
          forces[3 * senders[e] + a] -= slopes[3 * e + a];
          for (int b = 0; b < 3; b++) {
            virial[3 * a + b] += slopes[3 * e + a] * r[3 * e + b] / s.cell().volume();
          }
        }
      }
    }
    return new Prediction(energy, forces, Optional.of(atomic),
        s.periodicity().all() ? Optional.of(virial) : Optional.empty());
  }

  protected static double length(double[] r, int e) {
    return Math.sqrt(r[3 * e] * r[3 * e] + r[3 * e + 1] * r[3 * e + 1] + r[3 * e + 2] * r[3 * e + 2]);
  }
}
