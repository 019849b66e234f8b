package io.noether.core.neighbours;

import io.noether.core.Cell;
import io.noether.core.InputException;
import io.noether.core.Structure;

/**
 * Finds the images near each atom, bin after bin, so that what is compared is near in memory however atoms are numbered.
 */
final class PairScan {
  /** Closer atoms (Å) are an error in the input. */
  private static final double COINCIDENT = 1e-6;

  /** Images found, atom after atom in order of bins. */
  long[] found = {};

  /** How many images were found. */
  int count;

  /** Where an atom's images start in {@link #found}. */
  int[] first = {};

  /** How many images are near an atom. */
  int[] number = {};

  private final int mostEdges;
  private final Images images = new Images();
  private final Surroundings around = new Surroundings();

  /** Distance up to which a point may be a neighbour: the cutoff and an allowance for rounding. */
  private double reach;

  /** Squared distances less than half the span from the middle are those of neighbours for sure. */
  private double middle;

  private double halfSpan;

  PairScan(int mostEdges) {
    this.mostEdges = mostEdges;
  }

  /** Finds all images closer than a cutoff to each atom. */
  void find(Structure structure, Brick brick, double cutoff) {
    double rounding = 1e-9 * cutoff + 64 * Math.ulp(brick.largestWithin(2 * cutoff));
    double least = 2 * COINCIDENT + rounding;
    double most = Math.max(0, cutoff - rounding);
    reach = cutoff + rounding;
    middle = (most * most + least * least) / 2;
    halfSpan = (most * most - least * least) / 2;
    images.gather(structure, brick, reach);
    first = Growing.room(first, structure.size());
    number = Growing.room(number, structure.size());
    count = 0;
    var bins = images.grid.bins;
    for (int a = 0; a < bins[0]; a++) {
      for (int b = 0; b < bins[1]; b++) {
        for (int c = 0; c < bins[2]; c++) {
          scanBin(structure, brick, cutoff, a, b, c);
        }
      }
    }
  }

  private void scanBin(Structure structure, Brick brick, double cutoff, int a, int b, int c) {
    int bin = images.grid.bin(a, b, c);
    int start = images.starts[bin];
    int end = images.starts[bin + 1];
    boolean copied = false;
    for (int p = start; p < end; p++) {
      if (ImageKey.isHome(images.keys[p])) {
        if (!copied) {
          around.copy(images, a, b, c);
          copied = true;
        }
        scanAtom(structure, brick, cutoff, around.own + p - start);
      }
    }
  }

  private void scanAtom(Structure structure, Brick brick, double cutoff, int point) {
    int near = around.near(point, reach * reach);
    if (near > mostEdges - count) {
      throw new InputException(structure.source() + ": more than " + mostEdges
          + " pairs within the cutoff; use a shorter cutoff or a smaller structure");
    }
    found = Growing.grown(found, count + near);
    boolean certain = take(near);
    int atom = ImageKey.atom(around.keys[point]);
    first[atom] = count;
    number[atom] = certain ? near : examine(structure, brick, cutoff, atom, near);
    count += number[atom];
  }

  /** Copies what is near behind what was found; tells whether all of it is within the cutoff for sure. */
  private boolean take(int near) {
    var nearest = around.nearest;
    var squares = around.squares;
    var keys = around.keys;
    var found = this.found;
    int start = count;
    long signs = 0;
    for (int n = 0; n < near; n++) {
      int p = nearest[n];
      found[start + n] = keys[p];
      signs |= Double.doubleToRawLongBits(halfSpan - Math.abs(squares[p] - middle));
    }
    return signs >= 0 && halfSpan > 0;
  }

  /**
   * Keeps those of the images just taken that are within the cutoff. Their distances are computed again, from r_j − r_i
   * and n·cell: these only change sign in the reverse edge, so that an edge at exactly the cutoff is there both ways or
   * not at all.
   */
  private int examine(Structure structure, Brick brick, double cutoff, int receiver, int near) {
    int kept = count;
    for (int e = count; e < count + near; e++) {
      long key = found[e];
      int sender = ImageKey.atom(key);
      if (sender == receiver && ImageKey.isHome(key)) {
        continue; // squared distances overflowed, and itself was not told from the others
      }
      int a = brick.shift(key, receiver, 0);
      int b = brick.shift(key, receiver, 1);
      int c = brick.shift(key, receiver, 2);
      double square = 0;
      for (int axis = 0; axis < 3; axis++) {
        double d = structure.position(sender, axis) - structure.position(receiver, axis)
            + along(structure.cell(), a, b, c, axis);
        square += d * d;
      }
      if (square < COINCIDENT * COINCIDENT) {
        throw coincident(structure, receiver, sender);
      }
      if (square < cutoff * cutoff) {
        found[kept++] = key;
      }
    }
    return kept - count;
  }

  private static double along(Cell cell, int a, int b, int c, int axis) {
    return a * cell.basis(0, axis) + b * cell.basis(1, axis) + c * cell.basis(2, axis);
  }

  private static InputException coincident(Structure structure, int i, int j) {
    int lower = Math.min(i, j);
    int upper = Math.max(i, j);
    return new InputException(structure.source() + ": atoms " + (lower + 1) + " (" + structure.element(lower)
        + ") and " + (upper + 1) + " (" + structure.element(upper) + ") are at the same place; remove one or move it");
  }
}
