package io.noether.nn;

import io.noether.autodiff.Execution;
import io.noether.autodiff.Workers;
import io.noether.core.Element;
import io.noether.core.InputException;
import io.noether.core.Structure;
import io.noether.core.neighbours.NeighbourList;
import io.noether.core.neighbours.NeighbourSearch;
import java.util.Arrays;
import java.util.List;

/**
 * Structures with their neighbours, one after the other, as the arrays that a program reads. Reusable: the arrays grow
 * to the largest batch and stay. One thread at a time uses a batch, and it must not change between binding and running.
 */
public final class Batch {
  private static final int EDGES_PER_PART = 32_768;
  private static final int MOST_PARTS = 64;

  private final ElementRows elements;

  private int structures;
  private int atoms;
  private int edges;
  private int[] firstAtom = {0};
  private int[] structureOf = {};
  private int[] species = {};
  private double[] weights = {};
  private double[] positions = {};
  private int[] receivers = {};
  private int[] senders = {};
  private double[] edgeVectors = {};

  /** An empty batch for models of these elements, in the order of {@link ModelSpec#elements()}. */
  public Batch(List<Element> elements) {
    this.elements = new ElementRows(elements);
  }

  /** Takes all structures out. */
  public void clear() {
    structures = 0;
    atoms = 0;
    edges = 0;
  }

  /**
   * Appends a structure, without allocating once the arrays are large enough. Edges longer than the model's cutoff do
   * no harm, so a list may serve for several steps.
   *
   * @param neighbours of this structure, or of an earlier one of the same atoms and cell
   * @throws InputException if the structure has an element that the model does not know
   */
  public void add(Structure structure, NeighbourList neighbours) {
    int count = neighbours.count();
    reserve(structure.size(), count);
    neighbours.copyReceivers(receivers, edges);
    neighbours.copySenders(senders, edges);
    neighbours.copyShiftVectors(edgeVectors, 3 * edges);
    appendAtoms(structure);
    joinEdges(edges, edges + count);
    close(structure.size(), count);
  }

  /**
   * Appends a structure with the neighbours just found, without allocating once the arrays are large enough.
   *
   * @throws InputException if the structure has an element that the model does not know
   */
  public void add(Structure structure, NeighbourSearch neighbours) {
    add(structure, neighbours, Workers.CALLER);
  }

  /** The same, with help. */
  void add(Structure structure, NeighbourSearch neighbours, Workers workers) {
    int size = structure.size();
    int count = neighbours.count();
    reserve(size, count);
    appendAtoms(structure);
    int parts = Math.clamp(count / EDGES_PER_PART, 1, MOST_PARTS);
    if (parts == 1) { // without the task, which would be allocated
      appendEdges(neighbours, 0, size);
    } else {
      workers.run(parts, (part, _) -> appendEdges(neighbours, (int) ((long) size * part / parts),
          (int) ((long) size * (part + 1) / parts)));
    }
    close(size, count);
  }

  /** The edges that some atoms receive. */
  private void appendEdges(NeighbourSearch neighbours, int from, int to) {
    neighbours.copyReceivers(from, to, receivers, edges);
    neighbours.copySenders(from, to, senders, edges);
    neighbours.copyShiftVectors(from, to, edgeVectors, 3 * edges);
    joinEdges(edges + neighbours.offsets()[from], edges + neighbours.offsets()[to]);
  }

  private void appendAtoms(Structure structure) {
    for (int i = 0; i < structure.size(); i++) {
      structureOf[atoms + i] = structures;
      species[atoms + i] = elements.row(structure, i);
      weights[atoms + i] = 1;
    }
    structure.copyPositions(positions, 3 * atoms);
  }

  /** Edges of the structure that comes next, counted from its first atom: now from the batch's, vectors for shifts. */
  private void joinEdges(int from, int to) {
    for (int edge = from; edge < to; edge++) {
      int i = atoms + receivers[edge];
      int j = atoms + senders[edge];
      receivers[edge] = i;
      senders[edge] = j;
      for (int axis = 0; axis < 3; axis++) {
        int at = 3 * edge + axis;
        edgeVectors[at] = positions[3 * j + axis] - positions[3 * i + axis] + edgeVectors[at]; // its shift so far
      }
    }
  }

  /**
   * Appends a part of a structure as a structure of its own. Only the energies of the atoms that the region is about
   * are differentiated.
   *
   * @param found neighbours of the whole structure
   */
  void add(Structure structure, NeighbourSearch found, Region region) {
    reserve(region.atoms(), region.edges());
    int[] foundSenders = found.senders();
    double[] shiftVectors = found.shiftVectors();
    int edge = edges;
    for (int i = 0; i < region.atoms(); i++) {
      int atom = region.atom(i);
      structureOf[atoms + i] = structures;
      species[atoms + i] = elements.row(structure, atom);
      weights[atoms + i] = region.owns(atom) ? 1 : 0;
      if (region.receives(i)) {
        for (int e = found.offsets()[atom]; e < found.offsets()[atom + 1]; e++) {
          receivers[edge] = atoms + i;
          senders[edge] = atoms + region.row(foundSenders[e]);
          for (int axis = 0; axis < 3; axis++) {
            edgeVectors[3 * edge + axis] = structure.position(foundSenders[e], axis) - structure.position(atom, axis)
                + shiftVectors[3 * e + axis];
          }
          edge++;
        }
      }
    }
    close(region.atoms(), region.edges());
  }

  private void close(int moreAtoms, int moreEdges) {
    structures++;
    atoms += moreAtoms;
    edges += moreEdges;
    firstAtom[structures] = atoms;
  }

  /**
   * Sets the sizes and binds the indices and inputs that every model has. Parameters are the caller's part; they can be
   * bound once this or {@code resize(ELEMENTS, ...)} has set how many elements there are.
   */
  public void bindTo(Execution execution, AtomicGraph graph) {
    execution.resize(AtomicGraph.ELEMENTS, elements.count());
    execution.resize(AtomicGraph.STRUCTURES, structures);
    execution.resize(AtomicGraph.ATOMS, atoms);
    execution.resize(AtomicGraph.EDGES, edges);
    execution.bind(AtomicGraph.RECEIVER, receivers);
    execution.bind(AtomicGraph.SENDER, senders);
    execution.bind(AtomicGraph.STRUCTURE_OF, structureOf);
    execution.bind(AtomicGraph.SPECIES_OF, species);
    execution.bind(graph.edgeVector(), edgeVectors);
    execution.bind(graph.weight(), weights);
  }

  /** Number of structures. */
  public int structures() {
    return structures;
  }

  /** Number of atoms of all structures. */
  public int atoms() {
    return atoms;
  }

  /** Number of edges of all structures. */
  public int edges() {
    return edges;
  }

  /** Where a structure's atoms start; for {@code structure == structures()}, the number of atoms. */
  public int firstAtom(int structure) {
    return firstAtom[structure];
  }

  /** Vectors of the edges, three numbers each, Å. Not a copy; may be longer. */
  double[] edgeVectors() {
    return edgeVectors;
  }

  private void reserve(int moreAtoms, int moreEdges) {
    if (structures + 2 > firstAtom.length) {
      firstAtom = Arrays.copyOf(firstAtom, grown(structures + 2));
    }
    if (atoms + moreAtoms > species.length) {
      int capacity = grown(Math.addExact(atoms, moreAtoms));
      species = Arrays.copyOf(species, capacity);
      weights = Arrays.copyOf(weights, capacity);
      positions = Arrays.copyOf(positions, Math.multiplyExact(3, capacity));
      structureOf = Arrays.copyOf(structureOf, capacity);
    }
    if (edges + moreEdges > receivers.length) {
      int capacity = grown(Math.addExact(edges, moreEdges));
      receivers = Arrays.copyOf(receivers, capacity);
      senders = Arrays.copyOf(senders, capacity);
      edgeVectors = Arrays.copyOf(edgeVectors, Math.multiplyExact(3, capacity));
    }
  }

  private static int grown(int needed) {
    return Math.addExact(needed, needed / 4);
  }
}
