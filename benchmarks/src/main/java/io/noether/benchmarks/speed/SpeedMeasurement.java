package io.noether.benchmarks.speed;

import io.noether.autodiff.Workers;
import io.noether.benchmarks.measure.Stopwatch;
import io.noether.benchmarks.workloads.Silicon;
import io.noether.core.Element;
import io.noether.core.InputException;
import io.noether.core.Structure;
import io.noether.dynamics.md.Langevin;
import io.noether.dynamics.md.MdSettings;
import io.noether.dynamics.md.MolecularDynamics;
import io.noether.nn.files.ModelFile;
import io.noether.nn.inference.TrainedModel;
import io.noether.nn.inference.Tuning;
import java.nio.file.Path;
import java.util.Optional;

/**
 * How fast a model moves atoms: steps of Langevin dynamics as {@code noether md} makes them, at 300 K, without writing
 * files. Neighbours are searched for as often as the atoms' motion asks for it.
 *
 * @param file of the model
 * @param name of the structure
 * @param structure what moves
 */
public record SpeedMeasurement(Path file, TrainedModel model, String name, Structure structure) {
  private static final int SILICON_CELLS = 5;
  private static final double TEMPERATURE = 300; // K
  private static final double FRICTION = 1e-3; // 1/fs
  private static final double SKIN = 0.7; // Å, the default of noether md
  private static final double WARM_UP = 4; // times as long as what is measured
  private static final int FEWEST_STEPS = 3;

  /**
   * Reads the model.
   *
   * @param given what to move; silicon, 1000 atoms, if nothing is given
   * @throws InputException if the file is no model file, or no structure is given and the model does not know silicon
   */
  static SpeedMeasurement read(Path file, Optional<Structure> given) {
    var model = ModelFile.read(file);
    if (given.isEmpty() && !model.model().spec().elements().contains(Element.of(Silicon.ATOMIC_NUMBER))) {
      throw new InputException(file + ": this model does not know silicon, which is measured by default; give a file "
          + "with a structure after it");
    }
    return new SpeedMeasurement(file, model, given.map(Structure::source).orElse("silicon"),
        given.orElseGet(() -> Silicon.cube(SILICON_CELLS)));
  }

  /**
   * Measures, after a warm-up.
   *
   * @param seconds to measure for
   */
  public SpeedResult run(double seconds, Workers workers) {
    var potential = model.potential(model.precision(), workers, Tuning.DEFAULT.withTableEdges(0)); // as noether md does
    var settings = new MdSettings(SpeedResult.TIMESTEP, TEMPERATURE, new Langevin(FRICTION), 1);
    var dynamics = MolecularDynamics.start(potential.withVerletList(SKIN), structure, settings);
    var stopwatch = new Stopwatch(dynamics::step);
    stopwatch.warmUp(WARM_UP * seconds); // the JVM compiles in the background: calls may be equally slow for a while
    stopwatch.warmUpFully(seconds);
    stopwatch.measure(seconds, FEWEST_STEPS);
    return new SpeedResult(file.toString(), model, name, structure, workers.count(), stopwatch.mean());
  }
}
