package io.noether.dynamics.md;

import io.noether.core.InputException;
import io.noether.core.Potential;
import io.noether.core.Structure;
import io.noether.core.Units;
import io.noether.core.io.ExtendedXyz;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * Molecular dynamics with its files. However a run is ended (by a request, an error, a killed process) and continued,
 * the trajectory and the CSV have the same bytes as those of a run in one go: what was written after the last restart
 * file is cut off and written again.
 */
public final class MdRun implements AutoCloseable {
  private static final String HEADER = "step,time_fs,potential_ev,kinetic_ev,total_ev,temperature_k,pressure_gpa,"
      + "conserved_ev,volume_a3\n";
  private static final long MINUTE = 60_000_000_000L; // ns

  private final MolecularDynamics dynamics;
  private final MdFiles files;
  private final MdPlan plan;
  private final Map<String, String> texts;
  private final AppendedFile trajectory;
  private final AppendedFile log;
  private volatile boolean stopRequested;
  private long saved = System.nanoTime();

  private MdRun(MolecularDynamics dynamics, MdFiles files, MdPlan plan, Map<String, String> texts,
      AppendedFile trajectory, AppendedFile log) {
    this.dynamics = dynamics;
    this.files = files;
    this.plan = plan;
    this.texts = texts;
    this.trajectory = trajectory;
    this.log = log;
  }

  /**
   * Begins a run: writes the first frame, the first line and a restart file.
   *
   * @param origin what else must be the same when the run goes on, by name: the model, say
   * @throws InputException if a file is there already or cannot be written, or the structure does not fit the settings
   * @throws ExplosionException if forces are beyond limits to begin with
   */
  public static MdRun start(Potential potential, Structure structure, MdSettings settings, MdFiles files, MdPlan plan,
      Map<String, String> origin) {
    var dynamics = MolecularDynamics.start(potential, structure, settings);
    var trajectory = AppendedFile.create(files.trajectory());
    AppendedFile log;
    try {
      log = AppendedFile.create(files.log());
    } catch (InputException e) {
      trajectory.close();
      throw e;
    }
    var run = new MdRun(dynamics, files, plan, texts(settings, origin), trajectory, log);
    log.append(HEADER);
    run.writeFrame();
    run.writeLine();
    run.save();
    return run;
  }

  /**
   * Continues a run from its restart file.
   *
   * @param structure the one it began with; only its elements matter
   * @throws InputException if a file is missing or damaged, or the run had other atoms, settings or origin
   */
  public static MdRun resume(Potential potential, Structure structure, MdSettings settings, MdFiles files, MdPlan plan,
      Map<String, String> origin) {
    var texts = texts(settings, origin);
    var restart = Restart.read(files.restart(), structure, texts);
    var dynamics = MolecularDynamics.resume(potential, restart.state(), settings);
    var trajectory = AppendedFile.resume(files.trajectory(), restart.trajectoryBytes());
    AppendedFile log;
    try {
      log = AppendedFile.resume(files.log(), restart.logBytes());
    } catch (InputException e) {
      trajectory.close();
      throw e;
    }
    return new MdRun(dynamics, files, plan, texts, trajectory, log);
  }

  private static Map<String, String> texts(MdSettings settings, Map<String, String> origin) {
    var texts = new LinkedHashMap<>(settings.texts());
    texts.putAll(new TreeMap<>(origin)); // Map.of has another order in every run, and files should be the same bytes
    return texts;
  }

  /** Returns the dynamics in its present state. */
  public MolecularDynamics dynamics() {
    return dynamics;
  }

  /** Asks the run to end after the step that is under way. May be called from any thread. */
  public void requestStop() {
    stopRequested = true;
  }

  /**
   * Makes the steps that are left, or those until a stop is requested, and writes a restart file.
   *
   * @return whether all steps are done
   * @throws ExplosionException if forces, moves or the temperature are beyond limits; the trajectory then ends with the
   *     last frame, and the restart file is the one before
   */
  public boolean run(MdListener listener) {
    while (dynamics.steps() < plan.steps() && !stopRequested) {
      try {
        dynamics.step();
      } catch (ExplosionException e) {
        writeFrame();
        trajectory.force();
        log.force();
        throw e;
      }
      write();
      listener.stepped(dynamics);
    }
    save();
    return dynamics.steps() >= plan.steps();
  }

  private void write() {
    long step = dynamics.steps();
    if (step % plan.frameEvery() == 0) {
      writeFrame();
    }
    if (step % plan.logEvery() == 0) {
      writeLine();
    }
    boolean due = plan.restartEvery() == 0 ? System.nanoTime() - saved > MINUTE : step % plan.restartEvery() == 0;
    if (due) {
      save();
    }
  }

  private void writeFrame() {
    var text = new StringBuilder();
    try {
      ExtendedXyz.append(text, dynamics.frame());
    } catch (IOException e) {
      throw new UncheckedIOException(e); // text in memory does not fail
    }
    trajectory.append(text);
  }

  private void writeLine() {
    Thermo t = dynamics.thermo();
    log.append(t.step() + "," + t.time() + "," + t.potential() + "," + t.kinetic() + "," + t.total() + ","
        + t.temperature() + "," + text(t.pressure(), Units.GPA_PER_EV_A3) + "," + t.conserved() + ","
        + text(t.volume(), 1)
        + "\n");
  }

  private static String text(OptionalDouble number, double unit) {
    return number.isPresent() ? Double.toString(number.getAsDouble() * unit) : "";
  }

  private void save() {
    new Restart(dynamics.state(), trajectory.force(), log.force()).write(files.restart(), texts);
    saved = System.nanoTime();
  }

  @Override
  public void close() {
    trajectory.close();
    log.close();
  }
}
