package io.noether.autodiff.tables;

import io.noether.autodiff.Function;
import io.noether.autodiff.Graph;
import io.noether.autodiff.Index;
import io.noether.autodiff.Initial;
import io.noether.autodiff.Shape;
import io.noether.autodiff.Space;
import io.noether.autodiff.Tensor;
import java.util.stream.IntStream;

/** Edges between atoms, their lengths, and the layers of a radial network. */
final class RadialGraph {
  static final Space ATOMS = Space.stored("atoms");
  static final Space EDGES = Space.streamed("edges");
  static final Space KINDS = Space.stored("kinds");
  static final Index RECEIVER = Index.sorted("receiver", EDGES, ATOMS);
  static final Index SENDER = Index.of("sender", EDGES, ATOMS);
  static final Index KIND = Index.of("kind", ATOMS, KINDS);
  static final double CUTOFF = 4.7; // not a float32 number

  final Graph g = new Graph();
  final Tensor vector = g.input("vector", EDGES, 3);
  final Tensor distance = g.contract("a,a->", vector, vector).sqrt().named("distance");
  private int weights;

  /** Weights as they start in a network. */
  Tensor weight(int... dims) {
    double limit = dims.length == 2 ? Math.sqrt(6.0 / (dims[0] + dims[1])) : 0.1;
    return g.parameter("weight" + weights++, Space.POINT, new Initial.Uniform(limit), dims);
  }

  Tensor linear(Tensor x, int width) {
    return g.contract("k,kn->n", x, weight(x.shape().dim(0), width)).plus(weight(width));
  }

  Tensor gaussians(int count) {
    double width = CUTOFF / (count - 1);
    double[] centres = IntStream.range(0, count).mapToDouble(k -> k * width).toArray();
    return distance.expand("->k", count).minus(g.constant(centres, count)).square().times(-0.5 / (width * width)).exp();
  }

  Tensor cosine() {
    Tensor inside = distance.negate().plus(CUTOFF).apply(Function.STEP);
    return distance.times(Math.PI / CUTOFF).apply(Function.COS).plus(1).times(0.5).times(inside);
  }

  /** The filter of one interaction in PaiNN. */
  Tensor filter(int width) {
    return linear(gaussians(20), width).times(cosine());
  }

  /** An energy of each atom: two interactions in the manner of PaiNN, with directions and a nonlinear end. */
  Tensor atomicEnergies(int width) {
    Tensor q = g.parameter("embedding", KINDS, new Initial.Normal(1), width).gather(KIND);
    Tensor direction = vector.times(distance.reciprocal());
    Tensor mu = g.zero(ATOMS, Shape.of(width, 3));
    for (int t = 0; t < 2; t++) {
      Tensor message = linear(q, 3 * width).gather(SENDER).times(filter(3 * width));
      Tensor along = g.contract("f,c->fc", message.slice(0, width, width), direction);
      Tensor moved = g.contract("fc,f->fc", mu.gather(SENDER), message.slice(0, 2 * width, width));
      mu = mu.plus(along.plus(moved).sum(RECEIVER));
      q = q.plus(message.slice(0, 0, width).sum(RECEIVER)).plus(g.contract("fc,fc->f", mu, mu)).silu();
    }
    return g.contract("f,f->", q, weight(width));
  }
}
