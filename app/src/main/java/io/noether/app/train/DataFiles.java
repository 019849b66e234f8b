package io.noether.app.train;

import io.noether.app.console.Project;
import io.noether.core.InputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The files of a run, and their names as the run remembers them.
 *
 * @param train files to learn from, at least one
 * @param test file to report errors on
 * @param isolatedAtoms file of single atoms' energies
 */
record DataFiles(List<Path> train, Optional<Path> test, Optional<Path> isolatedAtoms) {
  /** Enough for the shipped data set, and short enough for a first try. */
  static final String SHIPPED_TIME_LIMIT = "3m";

  private static final Path SHIPPED_TRAIN = Path.of("data", "ethanol-train.extxyz");
  private static final Path SHIPPED_TEST = Path.of("data", "ethanol-test.extxyz");
  private static final String TRAIN = "train";
  private static final String TEST = "test";
  private static final String ISOLATED = "isolated_atoms";

  /** The project's own data set. */
  static DataFiles shipped(Optional<Path> test, Optional<Path> isolatedAtoms) {
    return new DataFiles(List.of(SHIPPED_TRAIN), Optional.of(test.orElse(SHIPPED_TEST)), isolatedAtoms);
  }

  /**
   * The files of a saved run, where none are given anew.
   *
   * @throws InputException if a file is not there any more
   */
  static DataFiles of(Map<String, String> origin, List<Path> train, Optional<Path> test, Optional<Path> isolatedAtoms,
      Path run) {
    var before = new ArrayList<Path>();
    for (int k = 1; origin.containsKey(trainKey(k)); k++) {
      before.add(Path.of(origin.get(trainKey(k))));
    }
    var files = new DataFiles(train.isEmpty() ? List.copyOf(before) : train,
        test.or(() -> Optional.ofNullable(origin.get(TEST)).map(Path::of)),
        isolatedAtoms.or(() -> Optional.ofNullable(origin.get(ISOLATED)).map(Path::of)));
    for (Path path : files.train) {
      if (!Files.exists(located(path))) {
        throw new InputException(
            path + ": the data of the run in " + run + " are not here; say where they are: noether train "
                + "DATA... --resume " + run);
      }
    }
    return files;
  }

  /** What {@link #of} needs to find the files again. */
  Map<String, String> origin() {
    var origin = new LinkedHashMap<String, String>();
    for (int k = 1; k <= train.size(); k++) {
      origin.put(trainKey(k), train.get(k - 1).toString());
    }
    test.ifPresent(path -> origin.put(TEST, path.toString()));
    isolatedAtoms.ifPresent(path -> origin.put(ISOLATED, path.toString()));
    return origin;
  }

  /** A name for the run: that of the first file, without what follows the first dot. */
  String name() {
    Path file = train.getFirst().getFileName();
    String name = file == null ? "run" : file.toString();
    int dot = name.indexOf('.', 1);
    return dot < 0 ? name : name.substring(0, dot);
  }

  /** Where a file is: at its path, or, for the shipped data, in the project if there is nothing at its path. */
  static Path located(Path path) {
    boolean ours = path.equals(SHIPPED_TRAIN) || path.equals(SHIPPED_TEST);
    return ours ? Project.located(path) : path;
  }

  private static String trainKey(int number) {
    return number == 1 ? TRAIN : TRAIN + "." + number;
  }
}
