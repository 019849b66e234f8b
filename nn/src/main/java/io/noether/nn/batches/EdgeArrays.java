package io.noether.nn.batches;

import io.noether.autodiff.Workers;
import io.noether.core.Structure;
import io.noether.core.neighbours.NeighbourList;
import io.noether.core.neighbours.NeighbourSearch;
import java.util.Arrays;

/** The edges of a batch: arrays that grow and stay. Each method appends the edges of a further structure. */
final class EdgeArrays {
  private static final int EDGES_PER_PART = 32_768;
  private static final int MOST_PARTS = 64;

  /** Number of edges. */
  int count;

  int[] receivers = {};
  int[] senders = {};

  /** r_j + n·cell - r_i, three numbers for each edge, Å. */
  double[] vectors = {};

  /**
   * Appends the edges of a neighbour list.
   *
   * @param first the structure's first atom in the batch
   * @param positions of the batch's atoms, three numbers each, Å
   */
  void add(NeighbourList neighbours, int first, double[] positions) {
    reserve(neighbours.count());
    neighbours.copyReceivers(receivers, count);
    neighbours.copySenders(senders, count);
    neighbours.copyShiftVectors(vectors, 3 * count);
    place(count, count + neighbours.count(), first, positions);
    count += neighbours.count();
  }

  /** Appends the edges that a search has just found; the workers share the copying. */
  void add(NeighbourSearch neighbours, int first, double[] positions, Workers workers) {
    int atoms = neighbours.atoms();
    reserve(neighbours.count());
    int parts = Math.clamp(neighbours.count() / EDGES_PER_PART, 1, MOST_PARTS);
    if (parts == 1) { // without the task, which would be allocated
      add(neighbours, 0, atoms, first, positions);
    } else {
      workers.run(parts, (part, _) -> add(neighbours, (int) ((long) atoms * part / parts),
          (int) ((long) atoms * (part + 1) / parts), first, positions));
    }
    count += neighbours.count();
  }

  /** The edges that the structure's atoms {@code from} to before {@code to} receive. */
  private void add(NeighbourSearch neighbours, int from, int to, int first, double[] positions) {
    neighbours.copyReceivers(from, to, receivers, count);
    neighbours.copySenders(from, to, senders, count);
    neighbours.copyShiftVectors(from, to, vectors, 3 * count);
    place(count + neighbours.offsets()[from], count + neighbours.offsets()[to], first, positions);
  }

  /** Numbers the atoms of new edges as the batch does, and adds the difference of positions to their shift vectors. */
  private void place(int from, int to, int first, double[] positions) {
    for (int edge = from; edge < to; edge++) {
      int i = first + receivers[edge];
      int j = first + senders[edge];
      receivers[edge] = i;
      senders[edge] = j;
      for (int axis = 0; axis < 3; axis++) {
        int at = 3 * edge + axis;
        vectors[at] = positions[3 * j + axis] - positions[3 * i + axis] + vectors[at]; // its shift so far
      }
    }
  }

  /**
   * Appends those of possible edges that are shorter than the cutoff now.
   *
   * @param possible which pairs of atoms, in order
   * @param shiftVectors n·cell of each, three numbers, Å
   * @param atoms number of the structure's atoms
   * @return the shortest distance, Å; infinite if there is none
   */
  double addWithin(double cutoff, NeighbourSearch possible, double[] shiftVectors, int atoms, int first,
      double[] positions) {
    reserve(possible.count());
    int[] offsets = possible.offsets();
    int[] from = possible.senders();
    double limit = cutoff * cutoff;
    double least = Double.POSITIVE_INFINITY;
    int next = count;
    for (int i = 0; i < atoms; i++) {
      int receiver = first + i;
      for (int e = offsets[i]; e < offsets[i + 1]; e++) {
        int sender = first + from[e];
        double x = positions[3 * sender] - positions[3 * receiver] + shiftVectors[3 * e];
        double y = positions[3 * sender + 1] - positions[3 * receiver + 1] + shiftVectors[3 * e + 1];
        double z = positions[3 * sender + 2] - positions[3 * receiver + 2] + shiftVectors[3 * e + 2];
        double square = x * x + y * y + z * z;
        // Written always, kept by moving on: a branch here would often be mispredicted.
        receivers[next] = receiver;
        senders[next] = sender;
        vectors[3 * next] = x;
        vectors[3 * next + 1] = y;
        vectors[3 * next + 2] = z;
        least = Math.min(least, square);
        next += square < limit ? 1 : 0;
      }
    }
    count = next;
    return Math.sqrt(least);
  }

  /** Appends the edges that the atoms of a region receive. */
  void add(Region region, Structure structure, NeighbourSearch found, int first) {
    reserve(region.edges());
    int[] from = found.senders();
    double[] shiftVectors = found.shiftVectors();
    for (int i = 0; i < region.atoms(); i++) {
      int atom = region.atom(i);
      if (region.receives(i)) {
        for (int e = found.offsets()[atom]; e < found.offsets()[atom + 1]; e++) {
          receivers[count] = first + i;
          senders[count] = first + region.row(from[e]);
          for (int axis = 0; axis < 3; axis++) {
            vectors[3 * count + axis] =
                structure.position(from[e], axis) - structure.position(atom, axis) + shiftVectors[3 * e + axis];
          }
          count++;
        }
      }
    }
  }

  private void reserve(int more) {
    if (count + more > receivers.length) {
      int needed = Math.addExact(count, more);
      int capacity = Math.addExact(needed, needed / 4);
      receivers = Arrays.copyOf(receivers, capacity);
      senders = Arrays.copyOf(senders, capacity);
      vectors = Arrays.copyOf(vectors, Math.multiplyExact(3, capacity));
    }
  }
}
