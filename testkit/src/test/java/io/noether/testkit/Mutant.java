package io.noether.testkit;

import io.noether.core.Element;
import io.noether.core.LocalPotential;
import io.noether.core.Prediction;
import io.noether.core.Structure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A sound potential with one thing about each of its predictions changed. */
record Mutant(LocalPotential sound, Change change) implements LocalPotential {
  /** What is changed in one prediction. */
  interface Change {
    void of(Structure s, Draft p);
  }

  /** A prediction in the making. */
  static final class Draft {
    double energy;
    double[] forces;
    double[] atomicEnergies;
    Optional<double[]> stress;

    /** Adds energy to all atoms alike. */
    void energy(double more) {
      energy += more;
      for (int i = 0; i < atomicEnergies.length; i++) {
        atomicEnergies[i] += more / atomicEnergies.length;
      }
    }
  }

  @Override
  public double cutoff() {
    return sound.cutoff();
  }

  @Override
  public List<Element> elements() {
    return sound.elements();
  }

  @Override
  public List<Prediction> predict(List<Structure> structures) {
    var changed = new ArrayList<Prediction>();
    for (Structure s : structures) {
      Prediction p = sound.predict(List.of(s)).getFirst();
      var draft = new Draft();
      draft.energy = p.energy();
      draft.forces = p.forces();
      draft.atomicEnergies = p.atomicEnergies();
      draft.stress = p.stress();
      change.of(s, draft);
      changed.add(new Prediction(draft.energy, draft.forces, draft.atomicEnergies, draft.stress));
    }
    return changed;
  }
}
