package io.noether.nn.batches;

import io.noether.autodiff.Execution;
import io.noether.autodiff.Workers;
import io.noether.core.Element;
import io.noether.core.InputException;
import io.noether.core.Structure;
import io.noether.core.neighbours.NeighbourList;
import io.noether.core.neighbours.NeighbourSearch;
import io.noether.nn.AtomicGraph;
import io.noether.nn.ModelSpec;
import java.util.Arrays;
import java.util.List;

/**
 * Structures with their neighbours, one after the other, as the arrays that a program reads. Reusable: the arrays grow
 * to the largest batch and stay. One thread at a time uses a batch, and it must not change between binding and running.
 */
public final class Batch {
  private final ElementRows elements;
  private final EdgeArrays edges = new EdgeArrays();

  private int structures;
  private int atoms;
  private int[] firstAtom = {0};
  private int[] structureOf = {};
  private int[] species = {};
  private double[] weights = {};
  private double[] positions = {};

  /** An empty batch for models of these elements, in the order of {@link ModelSpec#elements()}. */
  public Batch(List<Element> elements) {
    this.elements = new ElementRows(elements);
  }

  /**
   * Checks the elements of a structure, without appending it.
   *
   * @throws InputException naming the first atom whose element the model does not know
   */
  public void checkElements(Structure structure) {
    for (int atom = 0; atom < structure.size(); atom++) {
      elements.row(structure, atom);
    }
  }

  /** Removes all structures. */
  public void clear() {
    structures = 0;
    atoms = 0;
    edges.count = 0;
  }

  /**
   * Appends a structure, without allocating once the arrays are large enough. Edges longer than the model's cutoff do
   * no harm, so a list may serve for several steps.
   *
   * @param neighbours of this structure, or of an earlier one of the same atoms and cell
   * @throws InputException if the structure has an element that the model does not know
   */
  public void add(Structure structure, NeighbourList neighbours) {
    takeAtoms(structure);
    edges.add(neighbours, atoms, positions);
    close(structure.size());
  }

  /**
   * Appends a structure with the neighbours just found, without allocating once the arrays are large enough.
   *
   * @throws InputException if the structure has an element that the model does not know
   */
  public void add(Structure structure, NeighbourSearch neighbours) {
    add(structure, neighbours, Workers.CALLER);
  }

  /**
   * Appends a structure with the neighbours just found, copying them in several threads if there are many.
   *
   * @throws InputException if the structure has an element that the model does not know
   */
  public void add(Structure structure, NeighbourSearch neighbours, Workers workers) {
    takeAtoms(structure);
    edges.add(neighbours, atoms, positions, workers);
    close(structure.size());
  }

  /**
   * Appends a structure with those of its possible neighbours that are within the cutoff, without allocating once the
   * arrays are large enough.
   *
   * @param possible which pairs, in order
   * @param shiftVectors n·cell of each, three numbers, Å
   * @return the shortest distance, Å; infinite if there is none
   * @throws InputException if the structure has an element that the model does not know
   */
  public double addWithin(double cutoff, Structure structure, NeighbourSearch possible, double[] shiftVectors) {
    takeAtoms(structure);
    double shortest = edges.addWithin(cutoff, possible, shiftVectors, structure.size(), atoms, positions);
    close(structure.size());
    return shortest;
  }

  /**
   * Appends a part of a structure as a structure of its own. Only the energies of the atoms that the region is about
   * are differentiated.
   *
   * @param found neighbours of the whole structure
   */
  public void add(Structure structure, NeighbourSearch found, Region region) {
    reserve(region.atoms());
    for (int i = 0; i < region.atoms(); i++) {
      int atom = region.atom(i);
      structureOf[atoms + i] = structures;
      species[atoms + i] = elements.row(structure, atom);
      weights[atoms + i] = region.owns(atom) ? 1 : 0;
    }
    edges.add(region, structure, found, atoms);
    close(region.atoms());
  }

  private void takeAtoms(Structure structure) {
    reserve(structure.size());
    for (int i = 0; i < structure.size(); i++) {
      structureOf[atoms + i] = structures;
      species[atoms + i] = elements.row(structure, i);
      weights[atoms + i] = 1;
    }
    structure.copyPositions(positions, 3 * atoms);
  }

  private void close(int moreAtoms) {
    structures++;
    atoms += moreAtoms;
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
    execution.resize(AtomicGraph.EDGES, edges.count);
    execution.bind(AtomicGraph.RECEIVER, edges.receivers);
    execution.bind(AtomicGraph.SENDER, edges.senders);
    execution.bind(AtomicGraph.STRUCTURE_OF, structureOf);
    execution.bind(AtomicGraph.SPECIES_OF, species);
    execution.bind(graph.edgeVector(), edges.vectors);
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
    return edges.count;
  }

  /** The place of a structure's first atom. For {@code structure == structures()} it is the number of atoms. */
  public int firstAtom(int structure) {
    return firstAtom[structure];
  }

  /** The vectors of all edges, three numbers each, Å. This is the batch's own array, which may be longer. */
  public double[] edgeVectors() {
    return edges.vectors;
  }

  /** The receivers of all edges, then their senders: a copy. */
  public int[] pairs() {
    int[] pairs = Arrays.copyOf(edges.receivers, 2 * edges.count);
    System.arraycopy(edges.senders, 0, pairs, edges.count, edges.count);
    return pairs;
  }

  private void reserve(int moreAtoms) {
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
  }

  private static int grown(int needed) {
    return Math.addExact(needed, needed / 4);
  }
}
