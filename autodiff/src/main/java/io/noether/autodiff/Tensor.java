package io.noether.autodiff;

import java.util.List;
import java.util.Locale;

/**
 * A symbolic field: one block of numbers of {@link #shape()} for every row of {@link #space()}. Immutable; equal
 * expressions of one graph are the same object.
 *
 * <p>Where an operation takes two tensors and one lives on {@link Space#POINT}, that one is seen by every row of the
 * other. Nothing else is broadcast silently.
 */
public final class Tensor {
  private final Graph graph;
  private final int id;
  private final Op op;
  private final List<Tensor> operands;
  private final Space space;
  private final Shape shape;
  private final Source source;
  private final Tensor origin;

  Tensor(Graph graph, int id, Op op, List<Tensor> operands, Space space, Shape shape, Source source) {
    this.graph = graph;
    this.id = id;
    this.op = op;
    this.operands = operands;
    this.space = space;
    this.shape = shape;
    this.source = source;
    this.origin = this;
  }

  /** A copy in another graph. */
  Tensor(Graph graph, int id, Tensor original, List<Tensor> operands) {
    this.graph = graph;
    this.id = id;
    this.op = original.op;
    this.operands = operands;
    this.space = original.space;
    this.shape = original.shape;
    this.source = original.source;
    this.origin = Leaves.name(op).isPresent() ? original.origin : this;
  }

  /** The graph this tensor is a node of. */
  public Graph graph() {
    return graph;
  }

  /** Position in the graph; operands always have smaller ones. */
  public int id() {
    return id;
  }

  /** The operation. */
  public Op op() {
    return op;
  }

  /** The tensors the operation reads. */
  public List<Tensor> operands() {
    return operands;
  }

  /** The set whose rows carry this field. */
  public Space space() {
    return space;
  }

  /** The extents of one row. */
  public Shape shape() {
    return shape;
  }

  /** Where the model made this tensor, innermost first. */
  public String source() {
    return source.toString();
  }

  /** The name given by {@link #named}, or one made of the operation and the id. */
  public String name() {
    return graph.givenName(this).or(() -> Leaves.name(op))
        .orElseGet(() -> op.getClass().getSimpleName().toLowerCase(Locale.ROOT) + "#" + id);
  }

  /**
   * The input or parameter that this one is a copy of, through any number of {@link Extract}s; every other tensor is its
   * own origin. Executions know inputs and parameters by their origins.
   */
  public Tensor origin() {
    return origin;
  }

  /** Has the graph remember a name for this tensor, for messages and dumps; the first name given stays. */
  public Tensor named(String newName) {
    graph.name(this, newName);
    return this;
  }

  /** Whether this is a tensor on the point as every row of another space sees it. */
  public boolean isBroadcast() {
    return op instanceof Op.Gather(var index) && index.toPoint();
  }

  /** this + other. */
  public Tensor plus(Tensor other) {
    return graph.combine(List.of(1.0, 1.0), List.of(this, other));
  }

  /** this + constant. */
  public Tensor plus(double constant) {
    return plus(graph.fill(constant, shape));
  }

  /** this - other. */
  public Tensor minus(Tensor other) {
    return graph.combine(List.of(1.0, -1.0), List.of(this, other));
  }

  /** factor · this. */
  public Tensor times(double factor) {
    return graph.combine(List.of(factor), List.of(this));
  }

  /** Product number by number; a scalar on either side multiplies every number of the row. */
  public Tensor times(Tensor other) {
    String mine = Graph.labels(shape.rank());
    if (shape.rank() == 0 || other.shape.rank() == 0) {
      String theirs = Graph.labels(other.shape.rank());
      return graph.contract(mine + "," + theirs + "->" + (shape.rank() == 0 ? theirs : mine), this, other);
    }
    return graph.contract(mine + "," + mine + "->" + mine, this, other);
  }

  /** -this. */
  public Tensor negate() {
    return times(-1);
  }

  /** this². */
  public Tensor square() {
    return times(this);
  }

  /** A scalar function of each number. */
  public Tensor apply(Function function) {
    return graph.apply(function, this);
  }

  /** e^this. */
  public Tensor exp() {
    return apply(Function.EXP);
  }

  /** √this. */
  public Tensor sqrt() {
    return apply(Function.SQRT);
  }

  /** 1/this. */
  public Tensor reciprocal() {
    return apply(Function.RECIPROCAL);
  }

  /** this·sigmoid(this), the activation SiLU (also called swish). */
  public Tensor silu() {
    return times(apply(Function.SIGMOID));
  }

  /** Row r of the result is row {@code index[r]} of this tensor. */
  public Tensor gather(Index index) {
    return graph.gather(this, index);
  }

  /** Row s of the result is the sum of the rows r of this tensor with {@code index[r] = s}. */
  public Tensor sum(Index index) {
    return graph.sum(this, index);
  }

  /** The sum over all rows, on {@link Space#POINT}. */
  public Tensor total() {
    return space.isPoint() ? this : graph.sum(this, Index.toPoint(space));
  }

  /** Entries {@code from} to {@code from + length} of one axis. */
  public Tensor slice(int axis, int from, int length) {
    return graph.slice(this, axis, from, length);
  }

  /** This tensor's numbers in their order, row-major, with other extents. */
  public Tensor reshape(int... dims) {
    return graph.reshape(this, Shape.of(dims));
  }

  /** This tensor repeated along new axes, as in {@code x.expand("f->cf", 3, 64)}. */
  public Tensor expand(String form, int... resultDims) {
    return graph.contract(Form.parse(form), List.of(this), Shape.of(resultDims));
  }

  @Override
  public String toString() {
    return name() + " : " + space + " × " + shape;
  }
}
