package io.noether.examples;

import io.noether.autodiff.Precision;
import io.noether.autodiff.Team;
import io.noether.core.InputException;
import io.noether.core.Potential;
import io.noether.core.Structure;
import io.noether.core.io.StructureReader;
import io.noether.dynamics.md.ExplosionException;
import io.noether.dynamics.md.Langevin;
import io.noether.dynamics.md.MdSettings;
import io.noether.dynamics.md.MolecularDynamics;
import io.noether.nn.files.ModelFile;
import io.noether.nn.inference.Tuning;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * A protein at 350 K: is it stable on the potential it was learned with, and how compact does it stay? The friction of
 * 1/ps stands for the water around it.
 *
 * <p>Run: {@code ProteinDynamics MODEL.safetensors PROTEIN.xyz [PICOSECONDS]}; files, restarts and other ensembles are
 * in {@code noether md}.
 */
public final class ProteinDynamics {
  private static final double TIMESTEP = 0.5; // fs; hydrogen atoms move freely
  private static final double TEMPERATURE = 350; // K
  private static final double FRICTION = 1e-3; // 1/fs
  private static final double SKIN = 0.7; // Å
  private static final int STEPS_PER_PICOSECOND = 2000;

  private ProteinDynamics() {}

  /**
   * The protein at some time.
   *
   * @param time ps
   * @param energy potential energy, eV
   * @param temperature K
   * @param radius of gyration, Å
   */
  record Snapshot(double time, double energy, double temperature, double radius) {}

  /** Prints a line for each tenth of a picosecond. */
  public static void main(String[] arguments) {
    if (arguments.length != 2 && arguments.length != 3) {
      System.err.println("usage: ProteinDynamics MODEL.safetensors PROTEIN.xyz [PICOSECONDS]");
      System.exit(2);
    }
    double picoseconds = arguments.length == 3 ? Double.parseDouble(arguments[2]) : 1;
    try (var team = new Team(Runtime.getRuntime().availableProcessors())) {
      Potential potential = ModelFile.read(Path.of(arguments[0]))
          .potential(Precision.FLOAT32, team, Tuning.DEFAULT.withTableEdges(0)).withVerletList(SKIN);
      Structure protein = StructureReader.read(Path.of(arguments[1])).getFirst();
      run(potential, protein, (int) (picoseconds * STEPS_PER_PICOSECOND), STEPS_PER_PICOSECOND / 10,
          s -> System.out.printf("%7.2f ps  %12.4f eV  %5.0f K  radius of gyration %6.3f Å%n", s.time, s.energy,
              s.temperature, s.radius));
    } catch (InputException | ExplosionException e) {
      System.err.println(e.getMessage());
      System.exit(2);
    }
  }

  /** Runs so many steps and shows the protein at the start and every few of them. */
  static void run(Potential potential, Structure protein, int steps, int every, Consumer<Snapshot> show) {
    var settings = new MdSettings(TIMESTEP, TEMPERATURE, new Langevin(FRICTION), 1);
    var dynamics = MolecularDynamics.start(potential, protein, settings);
    show.accept(snapshot(dynamics));
    for (int step = 1; step <= steps; step++) {
      dynamics.step();
      if (step % every == 0) {
        show.accept(snapshot(dynamics));
      }
    }
  }

  private static Snapshot snapshot(MolecularDynamics dynamics) {
    var now = dynamics.thermo();
    return new Snapshot(now.time() / 1000, now.potential(), now.temperature(), radiusOfGyration(dynamics.frame()));
  }

  /** √(Σ m |r - centre|² / Σ m), Å. */
  static double radiusOfGyration(Structure s) {
    double mass = 0;
    double square = 0;
    double[] first = new double[3];
    for (int atom = 0; atom < s.size(); atom++) {
      double m = s.element(atom).mass();
      mass += m;
      for (int axis = 0; axis < 3; axis++) {
        double x = s.position(atom, axis) - s.position(0, axis);
        first[axis] += m * x;
        square += m * x * x;
      }
    }
    double centre = (first[0] * first[0] + first[1] * first[1] + first[2] * first[2]) / (mass * mass);
    return Math.sqrt(square / mass - centre);
  }
}
