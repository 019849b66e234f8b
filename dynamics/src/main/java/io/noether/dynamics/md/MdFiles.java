package io.noether.dynamics.md;

import java.nio.file.Path;

/**
 * The files that a run writes.
 *
 * @param trajectory the frames, as extended XYZ
 * @param log energies, temperature and pressure, as CSV
 * @param restart the state that is needed to go on
 */
public record MdFiles(Path trajectory, Path log, Path restart) {
  /** Returns the trajectory with a CSV and a restart file of the same name beside it. */
  public static MdFiles beside(Path trajectory) {
    String name = String.valueOf(trajectory.getFileName());
    int dot = name.lastIndexOf('.');
    String stem = dot > 0 ? name.substring(0, dot) : name;
    return new MdFiles(trajectory, trajectory.resolveSibling(stem + ".csv"),
        trajectory.resolveSibling(stem + ".restart"));
  }
}
