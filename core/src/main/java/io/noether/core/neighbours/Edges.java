package io.noether.core.neighbours;

import io.noether.core.Cell;
import java.util.Arrays;

/** Edges in order of receivers, senders and shifts, each kept as one number and written out when asked. */
final class Edges {
  /** First edge of each receiver, and the number of edges. */
  int[] offsets = {0};

  int atoms;
  int count;

  private final Brick brick;
  private final double[] basis = new double[9];

  /** Sender and shift of each edge, for the atoms in the brick. */
  private long[] images = {};

  Edges(Brick brick) {
    this.brick = brick;
  }

  void clear() {
    atoms = 0;
    count = 0;
  }

  /**
   * Takes what a scan found. Every edge has its reverse, so what is near an atom is also a list of the receivers that it
   * sends to. Going through senders in order and appending each to its receivers sorts the edges; only images of one
   * sender may still be out of order.
   */
  void take(PairScan scan, Cell cell, int structureSize) {
    atoms = structureSize;
    count = scan.count;
    for (int k = 0; k < 9; k++) {
      basis[k] = cell.basis(k / 3, k % 3);
    }
    offsets = Growing.room(offsets, atoms + 1);
    images = Growing.room(images, count);
    // offsets[i + 1] is where the next edge of i goes, which ends as where the next receiver starts.
    offsets[0] = 0;
    int sum = 0;
    for (int atom = 0; atom < atoms; atom++) {
      offsets[atom + 1] = sum;
      sum += scan.number[atom];
    }
    append(scan);
    for (int receiver = 0; receiver < atoms; receiver++) {
      order(offsets[receiver], offsets[receiver + 1]);
    }
  }

  private void append(PairScan scan) {
    var found = scan.found;
    var next = offsets;
    var into = images;
    for (int sender = 0; sender < atoms; sender++) {
      int end = scan.first[sender] + scan.number[sender];
      for (int e = scan.first[sender]; e < end; e++) {
        long image = found[e];
        into[next[ImageKey.atom(image) + 1]++] = ImageKey.reverse(image, sender);
      }
    }
  }

  private void order(int from, int to) {
    boolean ordered = true;
    for (int e = from + 1; e < to; e++) {
      ordered &= images[e] > images[e - 1];
    }
    if (!ordered) {
      Arrays.sort(images, from, to);
    }
  }

  /** For the edges that atoms {@code from} to before {@code to} receive; likewise the methods below. */
  void copyReceivers(int from, int to, int[] into, int offset) {
    for (int receiver = from; receiver < to; receiver++) {
      Arrays.fill(into, offset + offsets[receiver], offset + offsets[receiver + 1], receiver);
    }
  }

  void copySenders(int from, int to, int[] into, int offset) {
    for (int e = offsets[from]; e < offsets[to]; e++) {
      into[offset + e] = ImageKey.atom(images[e]);
    }
  }

  void copyShifts(int from, int to, int[] into, int offset) {
    for (int receiver = from; receiver < to; receiver++) {
      for (int e = offsets[receiver]; e < offsets[receiver + 1]; e++) {
        for (int k = 0; k < 3; k++) {
          into[offset + 3 * e + k] = brick.shift(images[e], receiver, k);
        }
      }
    }
  }

  void copyShiftVectors(int from, int to, double[] into, int offset) {
    for (int receiver = from; receiver < to; receiver++) {
      for (int e = offsets[receiver]; e < offsets[receiver + 1]; e++) {
        int a = brick.shift(images[e], receiver, 0);
        int b = brick.shift(images[e], receiver, 1);
        int c = brick.shift(images[e], receiver, 2);
        int at = offset + 3 * e;
        into[at] = a * basis[0] + b * basis[3] + c * basis[6];
        into[at + 1] = a * basis[1] + b * basis[4] + c * basis[7];
        into[at + 2] = a * basis[2] + b * basis[5] + c * basis[8];
      }
    }
  }
}
