package io.noether.testkit;

import io.noether.core.Structure;
import java.util.random.RandomGenerator;

/** One structure that laws are tried on, and the generator that draws what is done to it. */
record TrialStructure(String name, Structure structure, RandomGenerator random) {
  /** Along a path: positions + t·direction. */
  Structure moved(double t, double[] direction) {
    return structure.withPositions(ArrayMath.along(structure.positions(), t, direction));
  }

  /** Along a path: deformed by 1 + t·strain. */
  Structure strained(double t, double[] strain) {
    return structure.strained(ArrayMath.along(new double[9], t, strain));
  }

  /** Another structure under the same name. */
  TrialStructure with(Structure other) {
    return new TrialStructure(name, other, random);
  }

  int size() {
    return structure.size();
  }

  @Override
  public String toString() {
    var composition = new StringBuilder();
    for (int i = 0; i < structure.size(); i++) {
      composition.append(structure.element(i).symbol());
    }
    return name + " (" + composition + ")";
  }
}
