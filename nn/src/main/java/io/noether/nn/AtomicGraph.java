package io.noether.nn;

import io.noether.autodiff.Extract;
import io.noether.autodiff.Graph;
import io.noether.autodiff.Index;
import io.noether.autodiff.Space;
import io.noether.autodiff.Tensor;
import io.noether.nn.batches.Batch;
import io.noether.nn.layers.Features;
import io.noether.nn.layers.Irrep;

/**
 * The symbolic fields of a batch of structures that every atomistic network starts from: which atoms are neighbours,
 * the vectors between them, and the chemical elements.
 *
 * <p>Positions enter only through the edge vectors, so whatever is built on them does not notice translations, and
 * float32 programs do not lose digits to atoms far from the origin.
 */
public final class AtomicGraph {
  /** Structures of a batch. */
  public static final Space STRUCTURES = Space.stored("structures");
  /** Atoms of all structures of a batch. */
  public static final Space ATOMS = Space.stored("atoms");
  /** Ordered neighbour pairs (i ← j, cell shift). */
  public static final Space EDGES = Space.streamed("edges");
  /** Chemical elements that the model knows. */
  public static final Space ELEMENTS = Space.stored("elements");

  /** i of an edge i ← j; edges come sorted by it. */
  public static final Index RECEIVER = Index.sorted("receiver", EDGES, ATOMS);
  /** j of an edge i ← j. */
  public static final Index SENDER = Index.of("sender", EDGES, ATOMS);
  /** The structure that an atom belongs to. */
  public static final Index STRUCTURE_OF = Index.sorted("structureOf", ATOMS, STRUCTURES);
  /** The element of an atom, as a row of the model's own table. */
  public static final Index SPECIES_OF = Index.of("speciesOf", ATOMS, ELEMENTS);

  private final Graph graph;
  private final Tensor edgeVector;
  private final Tensor weight;
  private final Tensor direction;

  /** A new graph with nothing else in it. */
  public AtomicGraph() {
    graph = new Graph();
    edgeVector = graph.input("edgeVector", EDGES, 3);
    weight = graph.input("weight", ATOMS);
    direction = graph.input("direction", ATOMS, 3);
  }

  /** Another graph's fields, copied. */
  private AtomicGraph(AtomicGraph original, Extract extract) {
    graph = extract.graph();
    edgeVector = extract.copyOf(original.edgeVector);
    weight = extract.copyOf(original.weight);
    direction = extract.copyOf(original.direction);
  }

  /** These fields in an extract of all of this graph, where more can be built on them. */
  public AtomicGraph in(Extract extract) {
    return new AtomicGraph(this, extract);
  }

  /** The graph of expressions in which the network is built. */
  public Graph graph() {
    return graph;
  }

  /** An input: the vector r_ij = r_j + n·cell - r_i of each edge i ← j in Å, edges × [3]. */
  public Tensor edgeVector() {
    return edgeVector;
  }

  /** The edge vectors as typed features: one vector (irrep 1o) on each edge. */
  public Features edgeVectors() {
    return Features.of(Irrep.VECTOR, edgeVector, "edgeVector");
  }

  /**
   * An input: how much of each atom's energy is differentiated, atoms × []. It is 1, but 0 for atoms that are there only
   * because they surround others. Networks do not read it.
   */
  public Tensor weight() {
    return weight;
  }

  /**
   * An input: the direction along which a second derivative is taken, atoms × [3]. Networks do not read it, and a
   * {@link Batch} does not bind it.
   */
  public Tensor direction() {
    return direction;
  }
}
