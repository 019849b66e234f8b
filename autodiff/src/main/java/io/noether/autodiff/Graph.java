package io.noether.autodiff;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * An append-only, interned graph of tensors. Every tensor's id is larger than its operands', so the list of nodes is in
 * topological order. Shapes and spaces are checked here, when the model is built.
 *
 * <p>While a graph is being built, one thread at a time may use it. A model that is complete freezes its graph: from then
 * on nothing is added to it and any number of threads may share it. Whatever needs more nodes, derivatives for example,
 * is built on an {@link Extract}.
 */
public final class Graph {
  private record Key(Op op, List<Integer> operands, Space space, Shape shape) {}

  private final List<Tensor> nodes = new ArrayList<>();
  private final Map<Key, Tensor> interned = new HashMap<>();
  private final Leaves leaves = new Leaves();
  private final Map<Tensor, String> names = new HashMap<>();
  private boolean frozen;

  /** All tensors so far, operands first. */
  public List<Tensor> nodes() {
    return Collections.unmodifiableList(nodes);
  }

  /** All tensors that some outputs depend on, themselves included, operands first. */
  public static List<Tensor> reachable(List<Tensor> outputs) {
    if (outputs.isEmpty()) {
      throw new IllegalArgumentException("no outputs");
    }
    List<Tensor> nodes = outputs.getFirst().graph().nodes;
    var needed = new BitSet();
    outputs.forEach(t -> needed.set(t.id()));
    for (int id = needed.length() - 1; id >= 0; id = needed.previousSetBit(id - 1)) {
      nodes.get(id).operands().forEach(t -> needed.set(t.id()));
      if (id == 0) {
        break;
      }
    }
    return needed.stream().mapToObj(nodes::get).toList();
  }

  /** All parameters, in the order in which the model declared them. */
  public List<Tensor> parameters() {
    return nodes.stream().filter(t -> t.op() instanceof Op.Parameter).toList();
  }

  /** Ends the building of this graph: from now on, adding a tensor throws an {@link IllegalStateException}. */
  public void freeze() {
    frozen = true;
  }

  /**
   * What stands in this graph for an input or a parameter of a graph that it was extracted from.
   *
   * @throws IllegalArgumentException if nothing does
   */
  public Tensor standIn(Tensor leaf) {
    return leaves.standIn(leaf);
  }

  /** The input or parameter of a name, if there is one. */
  public Optional<Tensor> leaf(String name) {
    return leaves.named(name);
  }

  /** A field bound when the program is run. */
  public Tensor input(String name, Space space, int... dims) {
    return unique(name, new Op.Input(name), space, Shape.of(dims));
  }

  /** A trainable field; on {@link Space#POINT} a weight, on a space of kinds one row for each kind (an embedding). */
  public Tensor parameter(String name, Space space, Initial initial, int... dims) {
    return unique(name, new Op.Parameter(name, initial), space, Shape.of(dims));
  }

  /** Numbers known now, on {@link Space#POINT}, row-major. */
  public Tensor constant(double[] values, int... dims) {
    Shape shape = Shape.of(dims);
    if (values.length != shape.size()) {
      throw new ShapeException(values.length + " values do not fill the shape " + shape + " at " + Source.here());
    }
    return node(new Op.Constant(java.util.Arrays.stream(values).boxed().toList()), List.of(), Space.POINT, shape);
  }

  /** One constant on {@link Space#POINT}. */
  public Tensor scalar(double value) {
    return constant(new double[] {value});
  }

  /** A block on {@link Space#POINT} that is filled with one constant. */
  public Tensor fill(double value, Shape shape) {
    String labels = labels(shape.rank());
    return shape.rank() == 0 ? scalar(value) : contract(Form.parse("->" + labels), List.of(scalar(value)), shape);
  }

  /** Zero at every row of a space. */
  public Tensor zero(Space space, Shape shape) {
    return node(new Op.Combine(List.of()), List.of(), space, shape);
  }

  /** A multilinear form of one or two tensors, as in {@code contract("k,kn->n", x, w)}: see {@link Form}. */
  public Tensor contract(String form, Tensor... operands) {
    return contract(Form.parse(form), List.of(operands), Shape.SCALAR);
  }

  /** Joins blocks along one axis. */
  public Tensor concat(int axis, Tensor... parts) {
    int total = 0;
    for (Tensor part : parts) {
      if (axis < 0 || axis >= part.shape().rank() || part.shape().rank() != parts[0].shape().rank()
          || !part.shape().with(axis, 1).equals(parts[0].shape().with(axis, 1))) {
        throw new ShapeException(
            "cannot join along axis " + axis + " " + described(parts[0]) + " and " + described(part)
                + ", at " + Source.here());
      }
      total += part.shape().dim(axis);
    }
    var padded = new ArrayList<Tensor>();
    int from = 0;
    for (Tensor part : parts) {
      padded.add(pad(part, axis, from, total));
      from += part.shape().dim(axis);
    }
    return combine(Collections.nCopies(parts.length, 1.0), padded);
  }

  Tensor apply(Function function, Tensor x) {
    return node(new Op.Apply(function), List.of(x), x.space(), x.shape());
  }

  /**
   * A multilinear form of one or two tensors.
   *
   * @param broadcast extents of the result, for axes that no operand has; {@link Shape#SCALAR} if there are none
   */
  public Tensor contract(Form form, List<Tensor> given, Shape broadcast) {
    var operands = onCommonSpace(given);
    if (operands.size() != form.operands().size() || operands.isEmpty() || operands.size() > 2) {
      throw new ShapeException("form " + form + " does not take " + operands.size() + " operands, at " + Source.here());
    }
    Map<Character, Integer> extents = extents(form, operands);
    var dims = new ArrayList<Integer>();
    for (int axis = 0; axis < form.result().length(); axis++) {
      Integer extent = extents.get(form.result().charAt(axis));
      if (extent == null && axis >= broadcast.rank()) {
        throw new ShapeException(
            "form " + form + " of " + described(operands) + " does not say how long its new axis is;"
                + " use expand, at " + Source.here());
      }
      if (extent == null) {
        extents.put(form.result().charAt(axis), broadcast.dim(axis));
      }
      dims.add(extent == null ? broadcast.dim(axis) : extent);
    }
    if (broadcast.rank() > 0 && !broadcast.dims().equals(dims)) {
      throw new ShapeException("form " + form + " makes " + dims + " of " + described(operands) + ", not " + broadcast
          + ", at " + Source.here());
    }
    if (operands.stream().anyMatch(Graph::isZero)) {
      return zero(operands.getFirst().space(), new Shape(dims));
    }
    for (int k = 0; k < operands.size(); k++) {
      Tensor operand = operands.get(k);
      if (operand.op() instanceof Op.Combine(var inner) && inner.size() == 1) { // a scaled tensor: fold the factor
        var bare = new ArrayList<>(operands);
        bare.set(k, operand.operands().getFirst());
        return contract(form.times(inner.getFirst()), bare, new Shape(dims));
      }
    }
    if (form.isScaling()) {
      return combine(List.of(form.coefficient()), operands);
    }
    return node(new Op.Contract(form), operands, operands.getFirst().space(), new Shape(dims));
  }

  /** Σ coefficient·tensor, of at least one tensor. */
  public Tensor combine(List<Double> coefficients, List<Tensor> given) {
    var operands = onCommonSpace(given);
    Tensor first = operands.getFirst();
    Map<Tensor, Double> terms = new java.util.LinkedHashMap<>();
    for (int k = 0; k < operands.size(); k++) {
      Tensor operand = operands.get(k);
      if (!operand.shape().equals(first.shape())) {
        throw mismatch("add", first, operand);
      }
      double coefficient = coefficients.get(k);
      if (operand.op() instanceof Op.Combine(var inner) && inner.size() == 1) { // a scaled tensor: fold the factors
        coefficient *= inner.getFirst();
        operand = operand.operands().getFirst();
      }
      if (!isZero(operand)) {
        terms.merge(operand, coefficient, Double::sum);
      }
    }
    terms.values().removeIf(c -> c == 0);
    if (terms.size() == 1 && terms.values().iterator().next() == 1) {
      return terms.keySet().iterator().next();
    }
    return node(new Op.Combine(List.copyOf(terms.values())), List.copyOf(terms.keySet()), first.space(), first.shape());
  }

  Tensor gather(Tensor x, Index index) {
    if (!x.space().equals(index.to())) {
      throw new ShapeException("gather along " + index + " : " + index.from() + " → " + index.to()
          + " takes a field over " + index.to() + ", not " + x + " made at " + x.source() + "; asked at "
          + Source.here());
    }
    return isZero(x) ? zero(index.from(), x.shape()) : node(new Op.Gather(index), List.of(x), index.from(), x.shape());
  }

  Tensor sum(Tensor x, Index index) {
    if (!x.space().equals(index.from())) {
      throw new ShapeException("sum along " + index + " : " + index.from() + " → " + index.to()
          + " takes a field over " + index.from() + ", not " + x + " made at " + x.source() + "; asked at "
          + Source.here());
    }
    return isZero(x) ? zero(index.to(), x.shape()) : node(new Op.Sum(index), List.of(x), index.to(), x.shape());
  }

  Tensor slice(Tensor x, int axis, int from, int length) {
    if (axis < 0 || axis >= x.shape().rank() || from < 0 || length < 1 || from + length > x.shape().dim(axis)) {
      throw new ShapeException("slice " + from + ".." + (from + length) + " of axis " + axis + " does not lie in " + x
          + ", at " + Source.here());
    }
    if (length == x.shape().dim(axis)) {
      return x;
    }
    Shape shape = x.shape().with(axis, length);
    return switch (x.op()) { // the derivative of a join is slices of pads: resolve them here
      case Op.Combine(var coefficients) when x.operands().stream().allMatch(t -> t.op() instanceof Op.Pad) ->
        coefficients.isEmpty() ? zero(x.space(), shape) : combine(coefficients,
            x.operands().stream().map(t -> slice(t, axis, from, length)).toList());
      case Op.Pad pad when pad.axis() == axis && pad.from() == from
          && x.operands().getFirst().shape().dim(axis) == length ->
        x.operands().getFirst();
      case Op.Pad pad when pad.axis() == axis
          && (from + length <= pad.from() || from >= pad.from() + x.operands().getFirst().shape().dim(axis)) ->
        zero(x.space(), shape);
      default -> node(new Op.Slice(axis, from, length), List.of(x), x.space(), shape);
    };
  }

  /** A tensor at {@code from} of an axis that becomes {@code total} long, and zeros around it. */
  public Tensor pad(Tensor x, int axis, int from, int total) {
    Shape shape = x.shape().with(axis, total);
    if (isZero(x)) {
      return zero(x.space(), shape);
    }
    return total == x.shape().dim(axis) ? x : node(new Op.Pad(axis, from, total), List.of(x), x.space(), shape);
  }

  Tensor reshape(Tensor x, Shape shape) {
    if (shape.size() != x.shape().size()) {
      throw new ShapeException(
          x + " does not have the " + shape.size() + " numbers of " + shape + ", at " + Source.here());
    }
    if (shape.equals(x.shape())) {
      return x;
    }
    Tensor base = x.op() instanceof Op.Reshape ? x.operands().getFirst() : x;
    if (isZero(x)) {
      return zero(x.space(), shape);
    }
    return base.shape().equals(shape) ? base : node(new Op.Reshape(), List.of(base), x.space(), shape);
  }

  static boolean isZero(Tensor x) {
    return x.op() instanceof Op.Combine(var coefficients) && coefficients.isEmpty();
  }

  /** The first letters of the alphabet, one for each axis. */
  static String labels(int rank) {
    return IntStream.range(0, rank).mapToObj(k -> String.valueOf((char) ('a' + k))).reduce("", String::concat);
  }

  private Tensor unique(String name, Op op, Space space, Shape shape) {
    leaves.requireFree(name);
    Tensor leaf = node(op, List.of(), space, shape);
    leaves.add(leaf);
    return leaf;
  }

  private Tensor node(Op op, List<Tensor> operands, Space space, Shape shape) {
    Key key = key(op, operands, space, shape);
    Tensor known = interned.get(key);
    return known == null ? add(key, new Tensor(this, nodes.size(), op, operands, space, shape, Source.here())) : known;
  }

  /** A copy of another graph's tensor on copies of its operands, as it is: nothing is folded. */
  Tensor copy(Tensor original, List<Tensor> operands) {
    Tensor copy = new Tensor(this, nodes.size(), original, operands);
    add(key(copy.op(), operands, copy.space(), copy.shape()), copy);
    original.graph().givenName(original).ifPresent(name -> names.put(copy, name));
    leaves.add(copy);
    return copy;
  }

  private static Key key(Op op, List<Tensor> operands, Space space, Shape shape) {
    return new Key(op, operands.stream().map(Tensor::id).toList(), space, shape);
  }

  private Tensor add(Key key, Tensor tensor) {
    if (frozen) {
      throw refusal(tensor.toString());
    }
    nodes.add(tensor);
    interned.put(key, tensor);
    return tensor;
  }

  private static IllegalStateException refusal(String what) {
    return new IllegalStateException("this graph is frozen, so " + what + " cannot be added at " + Source.here()
        + "; build it on an Extract of the graph");
  }

  /** Gives a tensor a name for messages and dumps; the first name given stays. */
  void name(Tensor t, String name) {
    if (!names.containsKey(t)) {
      if (frozen) {
        throw refusal("the name '" + name + "'");
      }
      names.put(t, name);
    }
  }

  /** The name that a tensor was given, if it was. */
  Optional<String> givenName(Tensor t) {
    return Optional.ofNullable(names.get(t));
  }

  private List<Tensor> onCommonSpace(List<Tensor> given) {
    Space space = Space.POINT;
    Tensor decisive = given.getFirst();
    for (Tensor t : given) {
      if (t.graph() != this) {
        throw new IllegalArgumentException(t + " belongs to another graph");
      }
      if (!t.space().isPoint()) {
        if (!space.isPoint() && !space.equals(t.space())) {
          throw mismatch("combine", decisive, t);
        }
        space = t.space();
        decisive = t;
      }
    }
    Space common = space;
    return given.stream().map(t -> t.space().equals(common) ? t : gather(t, Index.toPoint(common))).toList();
  }

  private static Map<Character, Integer> extents(Form form, List<Tensor> operands) {
    Map<Character, Integer> extents = new HashMap<>();
    for (int k = 0; k < operands.size(); k++) {
      Tensor operand = operands.get(k);
      String labels = form.operands().get(k);
      if (labels.length() != operand.shape().rank()) {
        throw new ShapeException("form " + form + " gives " + labels.length() + " axes to " + described(operand)
            + "; operands " + described(operands) + ", at " + Source.here());
      }
      for (int axis = 0; axis < labels.length(); axis++) {
        int extent = operand.shape().dim(axis);
        Integer known = extents.putIfAbsent(labels.charAt(axis), extent);
        if (known != null && known != extent) {
          throw new ShapeException("form " + form + ": axis '" + labels.charAt(axis) + "' is " + known + " long, but "
              + extent + " in " + described(operand) + "; operands " + described(operands) + ", at " + Source.here());
        }
      }
    }
    return extents;
  }

  private static ShapeException mismatch(String what, Tensor a, Tensor b) {
    return new ShapeException("cannot " + what + " " + described(a) + " and " + described(b) + ", at " + Source.here());
  }

  private static String described(List<Tensor> tensors) {
    return tensors.stream().map(Graph::described).collect(java.util.stream.Collectors.joining(" and "));
  }

  /** A tensor as the model wrote it: without the copy that every row sees. */
  private static String described(Tensor t) {
    Tensor shown = t.isBroadcast() ? t.operands().getFirst() : t;
    return shown + " (made at " + shown.source() + ")";
  }
}
