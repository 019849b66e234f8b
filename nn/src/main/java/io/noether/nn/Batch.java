package io.noether.nn;

import io.noether.autodiff.Execution;
import io.noether.core.Element;
import io.noether.core.InputException;
import io.noether.core.Structure;
import io.noether.core.neighbours.NeighbourList;
import io.noether.core.neighbours.NeighbourSearch;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Structures with their neighbours, one after the other, as the arrays that a program reads. Reusable: the arrays grow
 * to the largest batch and stay. One thread at a time uses a batch, and it must not change between binding and running.
 */
public final class Batch {
  private final List<Element> elements;
  private final int[] rowOf = new int[Element.values().length + 1];

  private int structures;
  private int atoms;
  private int edges;
  private int[] firstAtom = {0};
  private int[] structureOf = {};
  private int[] species = {};
  private double[] positions = {};
  private int[] receivers = {};
  private int[] senders = {};
  private double[] edgeVectors = {};

  /** An empty batch for models of these elements, in the order of {@link ModelSpec#elements()}. */
  public Batch(List<Element> elements) {
    this.elements = List.copyOf(elements);
    Arrays.fill(rowOf, -1);
    for (int row = 0; row < elements.size(); row++) {
      rowOf[elements.get(row).atomicNumber()] = row;
    }
  }

  /** Takes all structures out. */
  public void clear() {
    structures = 0;
    atoms = 0;
    edges = 0;
  }

  /**
   * Appends a structure, without allocating once the arrays are large enough. Edges longer than the model's cutoff do no
   * harm, so a list may serve for several steps.
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
    append(structure, count);
  }

  /**
   * Appends a structure with the neighbours just found, without allocating once the arrays are large enough.
   *
   * @throws InputException if the structure has an element that the model does not know
   */
  public void add(Structure structure, NeighbourSearch neighbours) {
    int count = neighbours.count();
    reserve(structure.size(), count);
    System.arraycopy(neighbours.receivers(), 0, receivers, edges, count);
    System.arraycopy(neighbours.senders(), 0, senders, edges, count);
    System.arraycopy(neighbours.shiftVectors(), 0, edgeVectors, 3 * edges, 3 * count);
    append(structure, count);
  }

  /** Takes a structure whose edges lie behind the others, counted from its first atom, shifts in place of vectors. */
  private void append(Structure structure, int count) {
    int size = structure.size();
    for (int i = 0; i < size; i++) {
      structureOf[atoms + i] = structures;
      species[atoms + i] = row(structure, i);
    }
    structure.copyPositions(positions, 3 * atoms);
    for (int edge = edges; edge < edges + count; edge++) {
      int i = atoms + receivers[edge];
      int j = atoms + senders[edge];
      receivers[edge] = i;
      senders[edge] = j;
      for (int axis = 0; axis < 3; axis++) {
        int at = 3 * edge + axis;
        edgeVectors[at] = positions[3 * j + axis] - positions[3 * i + axis] + edgeVectors[at]; // its shift so far
      }
    }
    structures++;
    atoms += size;
    edges += count;
    firstAtom[structures] = atoms;
  }

  /**
   * Sets the sizes and binds the indices and inputs that every model has. Parameters are the caller's part; they can be
   * bound once this or {@code resize(ELEMENTS, ...)} has set how many elements there are.
   */
  public void bindTo(Execution execution, AtomicGraph graph) {
    execution.resize(AtomicGraph.ELEMENTS, elements.size());
    execution.resize(AtomicGraph.STRUCTURES, structures);
    execution.resize(AtomicGraph.ATOMS, atoms);
    execution.resize(AtomicGraph.EDGES, edges);
    execution.bind(AtomicGraph.RECEIVER, receivers);
    execution.bind(AtomicGraph.SENDER, senders);
    execution.bind(AtomicGraph.STRUCTURE_OF, structureOf);
    execution.bind(AtomicGraph.SPECIES_OF, species);
    execution.bind(graph.edgeVector(), edgeVectors);
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

  /** The row of an atom's element in the model's table. */
  public int species(int atom) {
    return species[atom];
  }

  private int row(Structure structure, int atom) {
    int row = rowOf[structure.atomicNumber(atom)];
    if (row < 0) {
      throw new InputException(structure.source() + ": atom " + (atom + 1) + " is "
          + structure.element(atom).symbol() + ", which the model was not trained on; it knows "
          + elements.stream().map(Element::symbol).collect(Collectors.joining(", ")));
    }
    return row;
  }

  private void reserve(int moreAtoms, int moreEdges) {
    if (structures + 2 > firstAtom.length) {
      firstAtom = Arrays.copyOf(firstAtom, grown(structures + 2));
    }
    if (atoms + moreAtoms > species.length) {
      int capacity = grown(Math.addExact(atoms, moreAtoms));
      species = Arrays.copyOf(species, capacity);
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
