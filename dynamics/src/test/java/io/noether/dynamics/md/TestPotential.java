package io.noether.dynamics.md;

import io.noether.core.Element;
import io.noether.core.Potential;
import io.noether.core.Prediction;
import io.noether.core.Structure;
import java.util.List;
import java.util.Optional;

/** A potential that is written down as a function of one structure. */
@FunctionalInterface
interface TestPotential extends Potential {
  Prediction of(Structure structure);

  @Override
  default List<Prediction> predict(List<Structure> structures) {
    return structures.stream().map(this::of).toList();
  }

  @Override
  default List<Element> elements() {
    return List.of(Element.values());
  }

  /** Neighbours in a chain, and the first and last atom, joined by springs: ½ k (r - length)² each. */
  static TestPotential springs(double k, double length) {
    return s -> {
      double[] forces = new double[3 * s.size()];
      double energy = 0;
      int bonds = s.size() == 2 ? 1 : s.size();
      for (int i = 0; i < bonds; i++) {
        int j = (i + 1) % s.size();
        double[] d = new double[3];
        double square = 0;
        for (int axis = 0; axis < 3; axis++) {
          d[axis] = s.position(j, axis) - s.position(i, axis);
          square += d[axis] * d[axis];
        }
        double r = Math.sqrt(square);
        energy += 0.5 * k * (r - length) * (r - length);
        for (int axis = 0; axis < 3; axis++) {
          double f = k * (r - length) * d[axis] / r;
          forces[3 * i + axis] += f;
          forces[3 * j + axis] -= f;
        }
      }
      return Prediction.of(energy, forces);
    };
  }

  /** Each atom in a well of its own: ½ k |r - site|². */
  static TestPotential wells(double k, double[] sites) {
    return s -> {
      double[] forces = new double[sites.length];
      double energy = 0;
      for (int at = 0; at < sites.length; at++) {
        double x = s.position(at / 3, at % 3) - sites[at];
        energy += 0.5 * k * x * x;
        forces[at] = -k * x;
      }
      return Prediction.of(energy, forces);
    };
  }

  /** Atoms that do not see each other. */
  static TestPotential idealGas() {
    return s -> new Prediction(0, new double[3 * s.size()], Optional.empty(),
        s.periodicity().all() ? Optional.of(new double[9]) : Optional.empty());
  }
}
