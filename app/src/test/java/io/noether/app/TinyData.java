package io.noether.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;

/** Very small data sets of made-up water molecules. */
final class TinyData {
  private static final String[] WATER = {"O", "H", "H"};
  private static final double[] PLACES = {0, 0, 0, 0.76, 0.59, 0, -0.76, 0.59, 0};

  private TinyData() {}

  /** Settings with which a run on these data takes no time. */
  static final String[] SMALL = {"--features", "8", "--batch-size", "2", "--set", "model.interactions=1", "--set",
      "model.radial_functions=4", "--seed", "7"};

  /** Writes molecules with energies and forces. */
  static Path molecules(Path file, int count) {
    return write(file, frames(count, 3, ""));
  }

  /** Writes crystals with energies, forces and stresses. */
  static Path crystals(Path file, int count) {
    return write(file, frames(count, 4, "Lattice=\"4 0 0 0.5 4.5 0 0 0 5\" stress=\"%s\" "));
  }

  static Path write(Path file, String text) {
    try {
      return Files.writeString(file, text);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String frames(int count, long seed, String more) {
    var random = new Random(seed);
    var text = new StringBuilder();
    for (int frame = 0; frame < count; frame++) {
      text.append("3\n").append(more.formatted(stress(random)))
          .append("Properties=species:S:1:pos:R:3:forces:R:3:tag:I:1 energy=").append(-14 + random.nextGaussian())
          .append(" name=frame").append(frame).append('\n');
      for (int atom = 0; atom < WATER.length; atom++) {
        text.append(WATER[atom]);
        for (int axis = 0; axis < 3; axis++) {
          text.append(' ').append(PLACES[3 * atom + axis] + 0.05 * random.nextGaussian());
        }
        for (int axis = 0; axis < 3; axis++) {
          text.append(' ').append(random.nextGaussian());
        }
        text.append(' ').append(10 * frame + atom).append('\n');
      }
    }
    return text.toString();
  }

  private static String stress(Random random) {
    double[] s = random.doubles(6, -0.01, 0.01).toArray();
    return String.format(Locale.ROOT, "%s %s %s %s %s %s %s %s %s", s[0], s[5], s[4], s[5], s[1], s[3], s[4], s[3],
        s[2]);
  }
}
