package io.noether.dynamics.md;

import io.noether.core.InputException;
import io.noether.core.Labels;
import io.noether.core.Potential;
import io.noether.core.Prediction;
import io.noether.core.Structure;
import io.noether.core.Units;
import io.noether.dynamics.RigidMotions;
import java.util.Map;

/** Atoms at the start of a run, as {@link MolecularDynamics#start} says. */
final class MdStart {
  /** A rotation with less than the square of this part of the inertia is that of a line about itself. */
  private static final double NO_INERTIA = 1e-4;

  private MdStart() {}

  static MdState state(Potential potential, Structure structure, MdSettings settings) {
    check(structure, settings);
    boolean free = settings.fixed().isEmpty();
    var rigid = RigidMotions.of(structure, NO_INERTIA);
    int degrees = 3 * (structure.size() - settings.fixed().size())
        - (free && settings.ensemble().conservesMomentum() ? rigid.count() : 0);
    if (degrees == 0 && !(settings.ensemble() instanceof Nve)) {
      throw new InputException(structure.source() + ": an atom alone has no motion that a thermostat for all could "
          + "change; use the Langevin thermostat");
    }
    var given = InitialVelocities.given(structure);
    double[] velocities = given.orElseGet(() -> InitialVelocities.drawn(structure, settings.seed()));
    if (free) {
      rigid.removeFrom(velocities);
    }
    Structure bare = structure.withLabels(Labels.NONE).withInfo(Map.of()).withColumns(Map.of());
    if (given.isEmpty()) {
      scale(new Particles(bare, settings.fixed(), velocities), degrees, settings.temperature());
    }
    Prediction prediction = potential.predict(bare);
    settings.limits().checkForces(bare, prediction, 0);
    if (settings.ensemble() instanceof Npt && prediction.stress().isEmpty()) {
      throw new InputException(structure.source() + ": the potential gives no stress, which constant pressure needs");
    }
    return new MdState(0, degrees, 0, bare.withLabels(labels(prediction)), velocities);
  }

  private static void check(Structure structure, MdSettings settings) {
    for (int atom : settings.fixed()) {
      if (atom < 0 || atom >= structure.size()) {
        throw new InputException(structure.source() + ": there is no atom " + (atom + 1) + " to be fixed; it has "
            + structure.size());
      }
    }
    if (settings.fixed().size() == structure.size()) {
      throw new InputException(structure.source() + ": all atoms are fixed; leave one to move");
    }
    if (settings.ensemble() instanceof Npt && !structure.periodicity().all()) {
      throw new InputException(structure.source() + ": constant pressure needs a cell that repeats in all directions; "
          + "use a constant volume");
    }
  }

  private static void scale(Particles particles, int degrees, double temperature) {
    double wanted = degrees * Units.BOLTZMANN * temperature / 2;
    particles.scaleVelocities(wanted == 0 ? 0 : Math.sqrt(wanted / particles.kineticEnergy()));
  }

  /** @throws InputException if a number is not finite */
  static Labels labels(Prediction prediction) {
    var labels = Labels.NONE.withEnergy(prediction.energy()).withForces(prediction.forces());
    return prediction.stress().map(labels::withStress).orElse(labels);
  }
}
