package io.noether.nn.layers;

import io.noether.autodiff.Function;
import io.noether.autodiff.Graph;
import io.noether.autodiff.Index;
import io.noether.autodiff.Shape;
import io.noether.autodiff.Space;
import io.noether.autodiff.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A field that knows how it transforms: an {@link Irrep} and a tensor that carries it, either in several channels (the
 * multiplicity of the irrep) or once, without an axis of channels: see {@link #single()}. Every operation here commutes with rotations and reflections of the atoms; whatever
 * does not exist here or throws a {@link TypeException} would not.
 *
 * <p>One row of the tensor has the shape {@code [2l+1, channels]}, without the first axis for scalars and without the
 * last for a single one: {@code []}, {@code [3]}, {@code [F]}, {@code [3, F]}. Channels come last so that they are
 * contiguous.
 */
public final class Features {
  private final Irrep irrep;
  private final Tensor tensor;
  private final String layer;

  private Features(Irrep irrep, Tensor tensor, String layer) {
    this.irrep = irrep;
    this.tensor = tensor;
    this.layer = layer;
  }

  /**
   * Claims that a tensor transforms as {@code irrep}. This is where the outside world comes in (edge vectors, species);
   * claims about anything else are the caller's responsibility.
   *
   * @param layer who made it, for messages
   * @throws TypeException if the shape of a row is not one of those that the irrep can have
   */
  public static Features of(Irrep irrep, Tensor tensor, String layer) {
    int componentAxes = irrep.isScalar() ? 0 : 1;
    int channelAxes = tensor.shape().rank() - componentAxes;
    if (channelAxes < 0 || channelAxes > 1 || componentAxes == 1 && tensor.shape().dim(0) != irrep.dimension()) {
      throw new TypeException(layer + ": " + tensor + " cannot hold features of type " + irrep + ", whose rows are "
          + (irrep.isScalar() ? "[] or [channels]" : "[%1$d] or [%1$d, channels]".formatted(irrep.dimension())));
    }
    return new Features(irrep, tensor, layer);
  }

  /** A field that is zero everywhere, of multiplicity one. */
  public static Features zero(Graph graph, Space space, Irrep irrep) {
    Shape shape = irrep.isScalar() ? Shape.SCALAR : Shape.of(irrep.dimension());
    return new Features(irrep, graph.zero(space, shape), "zero");
  }

  /** A field that is zero everywhere, in several channels: the usual start of vector features. */
  public static Features zero(Graph graph, Space space, Irrep irrep, int channels) {
    Shape shape = irrep.isScalar() ? Shape.of(channels) : Shape.of(irrep.dimension(), channels);
    return new Features(irrep, graph.zero(space, shape), "zero");
  }

  /** How the numbers transform. */
  public Irrep irrep() {
    return irrep;
  }

  /** The numbers. Whatever is computed from them outside this class is no longer checked. */
  public Tensor tensor() {
    return tensor;
  }

  /** The layer that made them last, for messages. */
  public String layer() {
    return layer;
  }

  /** Whether the multiplicity is one and the tensor has no axis of channels, as the vector of an edge has none. */
  public boolean single() {
    return tensor.shape().rank() == (irrep.isScalar() ? 0 : 1);
  }

  /** Number of channels, which is the multiplicity of the irrep: 1 if these are {@link #single()}. */
  public int channels() {
    return single() ? 1 : tensor.shape().dim(tensor.shape().rank() - 1);
  }

  /** Sum; both must transform alike and have as many channels. */
  public Features plus(Features other) {
    return like(tensor.plus(sameType("plus", other).tensor));
  }

  /** Difference; both must transform alike and have as many channels. */
  public Features minus(Features other) {
    return like(tensor.minus(sameType("minus", other).tensor));
  }

  /** These features times a number. */
  public Features times(double factor) {
    return like(tensor.times(factor));
  }

  /** this + constant; even scalars only, since no other type has a constant that all rotations leave alone. */
  public Features plus(double constant) {
    return like(evenScalars("plus(" + constant + ")").plus(constant));
  }

  /**
   * Channel by channel, scalars times anything: gates, filters, cutoffs, scalars along one direction. A single one on
   * either side meets every channel of the other. Parities multiply.
   *
   * @throws TypeException if neither side is scalar: use {@link #dot} or {@link #cross}
   */
  public Features times(Features other) {
    if (!irrep.isScalar() && !other.irrep.isScalar()) {
      throw new TypeException("times: " + this + " and " + other + ": one side must be scalar; use dot or cross");
    }
    sameChannels("times", other);
    Irrep result = new Irrep(Math.max(irrep.degree(), other.irrep.degree()), irrep.parity() * other.irrep.parity());
    String form = labels() + "," + other.labels() + "->" + (result.isScalar() ? "" : "c")
        + (single() && other.single() ? "" : "f");
    return new Features(result, tensor.graph().contract(form, tensor, other.tensor), layer);
  }

  /**
   * Scalar product over the components, channel by channel: even scalars if the parities agree, else pseudoscalars.
   *
   * @throws TypeException if the degrees differ
   */
  public Features dot(Features other) {
    if (irrep.degree() != other.irrep.degree()) {
      throw new TypeException("dot: " + this + " and " + other + ": the degrees must agree");
    }
    sameChannels("dot", other);
    String form = labels() + "," + other.labels() + "->" + (single() && other.single() ? "" : "f");
    return new Features(new Irrep(0, irrep.parity() * other.irrep.parity()),
        tensor.graph().contract(form, tensor, other.tensor), layer);
  }

  /**
   * Vector product, channel by channel: a pseudovector from two vectors.
   *
   * @throws TypeException unless both sides have degree 1
   */
  public Features cross(Features other) {
    if (irrep.degree() != 1 || other.irrep.degree() != 1) {
      throw new TypeException("cross: " + this + " and " + other + ": both sides must have degree 1");
    }
    sameChannels("cross", other);
    Graph g = tensor.graph();
    Tensor leviCivita = g.constant(new double[] {
        0, 0, 0, 0, 0, 1, 0, -1, 0, 0, 0, -1, 0, 0, 0, 1, 0, 0, 0, 1, 0, -1, 0, 0, 0, 0, 0}, 3, 3, 3);
    Tensor matrix = g.contract(single() ? "abc,b->ac" : "abc,bf->acf", leviCivita, tensor); // (x ×) as a matrix
    String form = (single() ? "ac," : "acf,") + (other.single() ? "c" : "cf") + "->"
        + (single() && other.single() ? "a" : "af");
    Tensor product = g.contract(form, matrix, other.tensor);
    return new Features(new Irrep(1, irrep.parity() * other.irrep.parity()), product, layer);
  }

  /** Sum of the squares of the components of each channel, an even scalar. */
  public Features squaredNorm() {
    return dot(this);
  }

  /** √(Σ components² + epsilon) of each channel, an even scalar; with epsilon > 0 smooth at zero too. */
  public Features norm(double epsilon) {
    Tensor squares = squaredNorm().tensor;
    return new Features(Irrep.SCALAR, (epsilon == 0 ? squares : squares.plus(epsilon)).sqrt(), layer);
  }

  /**
   * A scalar function of each number.
   *
   * @throws TypeException unless these are even scalars: a function of a component depends on the axes, one of a
   *     pseudoscalar on the handedness
   */
  public Features apply(Function function) {
    return like(evenScalars(function.toString()).apply(function));
  }

  /** x·sigmoid(x); even scalars only, as for {@link #apply}. */
  public Features silu() {
    return like(evenScalars("SILU").silu());
  }

  /** ln(1 + e^x) - ln 2, the activation of SchNet; even scalars only, as for {@link #apply}. */
  public Features shiftedSoftplus() {
    return apply(Function.SOFTPLUS).plus(-Math.log(2));
  }

  /** 1/(1 + e^-x); even scalars only, as for {@link #apply}. */
  public Features sigmoid() {
    return apply(Function.SIGMOID);
  }

  /** 1/x; even scalars only, as for {@link #apply}. */
  public Features reciprocal() {
    return apply(Function.RECIPROCAL);
  }

  /** Row r of the result is row {@code index[r]} of this one. */
  public Features gather(Index index) {
    return like(tensor.gather(index));
  }

  /** Row s of the result is the sum of the rows r with {@code index[r] = s}. */
  public Features sum(Index index) {
    return like(tensor.sum(index));
  }

  /** The channels in {@code parts} equal blocks. @throws TypeException if they do not divide evenly */
  public List<Features> split(int parts) {
    if (single() || parts < 1 || channels() % parts != 0) {
      throw new TypeException("split: " + this + " does not fall into " + parts + " equal blocks of channels");
    }
    int width = channels() / parts;
    var blocks = new ArrayList<Features>();
    for (int part = 0; part < parts; part++) {
      blocks.add(like(tensor.slice(tensor.shape().rank() - 1, part * width, width)));
    }
    return blocks;
  }

  /** The channels of this one, then those of the other, which must transform alike. */
  public Features join(Features other) {
    if (!irrep.equals(other.irrep) || single() || other.single()) {
      throw new TypeException("join: " + this + " and " + other + " must be channels of the same type");
    }
    return like(tensor.graph().concat(tensor.shape().rank() - 1, tensor, other.tensor));
  }

  /** The tensor with an axis of channels, which is added with extent 1 if these are {@link #single()}. */
  Tensor asChannels() {
    if (!single()) {
      return tensor;
    }
    return irrep.isScalar() ? tensor.reshape(1) : tensor.reshape(irrep.dimension(), 1);
  }

  /** Features of the same type with the numbers that another layer made. */
  Features madeBy(String newLayer, Tensor newTensor) {
    return of(irrep, newTensor.named(newLayer), newLayer);
  }

  /** The axes of a row as labels of a form. */
  String labels() {
    return (irrep.isScalar() ? "" : "c") + (single() ? "" : "f");
  }

  private Features like(Tensor other) {
    return new Features(irrep, other, layer);
  }

  private Tensor evenScalars(String what) {
    if (!irrep.equals(Irrep.SCALAR)) {
      throw new TypeException(what + " of " + this + ": only even scalars (0e) may be shifted or go through a"
          + " nonlinear function; scale the others by scalars made from their norms");
    }
    return tensor;
  }

  private Features sameType(String what, Features other) {
    if (!irrep.equals(other.irrep) || !tensor.shape().equals(other.tensor.shape())) {
      throw new TypeException(what + ": " + this + " and " + other + " are of different types");
    }
    return other;
  }

  private void sameChannels(String what, Features other) {
    if (!single() && !other.single() && channels() != other.channels()) {
      throw new TypeException(what + ": " + this + " and " + other + " have different numbers of channels");
    }
  }

  /** Type, layer and where the tensor was made. */
  @Override
  public String toString() {
    return (single() ? "" : channels() + "x") + irrep + " over " + tensor.space() + " from " + Objects.toString(layer)
        + " (" + tensor.source() + ")";
  }
}
