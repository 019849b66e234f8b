package io.noether.autodiff;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Makes random well-typed graphs over the {@link World}. Functions get arguments inside their domains, and products and
 * sums are scaled so that numbers stay of order one.
 */
final class RandomPrograms {
  private static final int[] EXTENTS = {1, 2, 3, 5, 8, 17, 32};

  private final SplittableRandom random;
  private final Graph graph = new Graph();
  private final RandomForms forms;
  private final List<Tensor> leaves = new ArrayList<>();
  private final List<Tensor> pool = new ArrayList<>();
  private final Map<Tensor, Boolean> used = new HashMap<>();

  private RandomPrograms(SplittableRandom random) {
    this.random = random;
    this.forms = new RandomForms(random);
  }

  /** The program of a seed. */
  static RandomProgram of(long seed) {
    var random = new SplittableRandom(seed);
    return of(seed, 4 + random.nextInt(16));
  }

  /** The program of a seed, grown by about {@code steps} operations. */
  static RandomProgram of(long seed, int steps) {
    return new RandomPrograms(new SplittableRandom(seed)).make(steps);
  }

  private RandomProgram make(int steps) {
    leaf("x", World.NODES);
    leaf("e", World.EDGES);
    leaf("w", Space.POINT);
    leaf("k", World.KINDS);
    leaf("g", World.GROUPS);
    leaf("y", World.NODES);
    for (int made = 0, tries = 0; made < steps && tries < 20 * steps; tries++) {
      Tensor result = step();
      if (result != null && fits(result) && !pool.contains(result) && !Graph.isZero(result)) {
        add(result);
        made++;
      }
    }
    Tensor loss = graph.zero(Space.POINT, Shape.SCALAR);
    for (Tensor t : List.copyOf(pool)) {
      if (!used.containsKey(t)) {
        loss = loss.plus(measure(t));
      }
    }
    var samples = new ArrayList<Tensor>();
    for (Space space : World.SPACES) {
      pool.stream().filter(t -> t.space().equals(space) && !leaves.contains(t))
          .reduce((_, last) -> last).ifPresent(samples::add);
    }
    return new RandomProgram(graph, List.copyOf(leaves), List.copyOf(samples), loss.named("loss"));
  }

  private Tensor leaf(String name, Space space) {
    return leaf(name, space, forms.shape(leafLimit(space)));
  }

  private Tensor leaf(String name, Space space, int... dims) {
    String full = name + leaves.size();
    Tensor leaf = space.isPoint() || space.equals(World.KINDS)
        ? graph.parameter(full, space, new Initial.Uniform(1), dims)
        : graph.input(full, space, dims);
    leaves.add(leaf);
    add(leaf);
    return leaf;
  }

  private void add(Tensor t) {
    pool.add(t);
    t.operands().forEach(this::use);
  }

  private void use(Tensor t) {
    if (used.put(t, true) == null) {
      t.operands().forEach(this::use);
    }
  }

  /** Recent tensors are likelier. */
  private Tensor pick() {
    double u = random.nextDouble();
    return pool.get(pool.size() - 1 - (int) (pool.size() * u * u));
  }

  private @Nullable Tensor step() {
    Tensor x = pick();
    return switch (random.nextInt(15)) {
      case 0, 1 -> function(x);
      case 2 -> combination(x);
      case 3 -> productOfLikes(x);
      case 4, 5 -> contraction(x);
      case 6, 7 -> weight(x);
      case 8 -> forms.unary(graph, x);
      case 9 -> block(x);
      case 10 -> join(x);
      case 11 -> x.reshape(forms.factors(x.shape().size()));
      case 12 -> gather(x);
      case 13 -> push(x);
      default -> switched(x);
    };
  }

  private Tensor function(Tensor x) {
    double shift = 0.4 + random.nextDouble();
    var functions = Function.values();
    return switch (functions[random.nextInt(functions.length)]) {
      case EXP -> random.nextBoolean() ? x.square().negate().exp() : x.apply(Function.SIN).exp();
      case LOG -> x.square().plus(shift).apply(Function.LOG);
      case SQRT -> x.square().plus(shift).sqrt();
      case RECIPROCAL -> random.nextBoolean() ? x.square().plus(shift).reciprocal()
          : x.apply(Function.SIGMOID).plus(shift).reciprocal();
      case SIN -> x.apply(Function.SIN);
      case COS -> x.apply(Function.COS);
      case SIGMOID -> random.nextBoolean() ? x.silu() : x.apply(Function.SIGMOID);
      case SOFTPLUS -> x.apply(Function.SOFTPLUS);
      case TANH, STEP -> x.apply(Function.TANH);
    };
  }

  private Tensor combination(Tensor x) {
    var terms = new ArrayList<Tensor>(List.of(x));
    Space space = x.space().isPoint() ? World.SPACES.get(random.nextInt(World.SPACES.size())) : x.space();
    pool.stream().filter(t -> t.shape().equals(x.shape()) && (t.space().isPoint() || t.space().equals(space)))
        .limit(3).forEach(terms::add);
    if (random.nextInt(3) == 0) {
      terms.add(graph.constant(random.doubles(x.shape().size(), -1, 1).toArray(), dims(x.shape())));
    }
    return graph.combine(terms.stream().map(_ -> random.nextDouble(-1, 1)).toList(), terms);
  }

  private @Nullable Tensor productOfLikes(Tensor x) {
    var partners = pool.stream()
        .filter(t -> (t.shape().equals(x.shape()) || t.shape().rank() == 0) && agree(t, x)).toList();
    return partners.isEmpty() ? null : x.times(partners.get(random.nextInt(partners.size())));
  }

  private @Nullable Tensor contraction(Tensor x) {
    var partners = pool.stream().filter(t -> agree(t, x)).toList();
    Tensor y = partners.get(random.nextInt(partners.size()));
    return forms.binary(graph, x, y, loopLimit(x.space().isPoint() ? y.space() : x.space()));
  }

  /** A product with a new weight on the point, along x's last axis. */
  private @Nullable Tensor weight(Tensor x) {
    int rank = x.shape().rank();
    int to = EXTENTS[random.nextInt(EXTENTS.length)];
    if (rank == 0 || rank > 2 || x.shape().size() * to > loopLimit(x.space())) {
      return null;
    }
    int from = x.shape().dim(rank - 1);
    boolean transposed = random.nextInt(3) == 0;
    Tensor w = transposed ? leaf("w", Space.POINT, to, from) : leaf("w", Space.POINT, from, to);
    String form = rank == 1 ? (transposed ? "n,kn->k" : "k,kn->n") : (transposed ? "cn,kn->ck" : "ck,kn->cn");
    return graph.contract(form, x, w).times(1 / Math.sqrt(from));
  }

  private @Nullable Tensor block(Tensor x) {
    if (x.shape().rank() == 0) {
      return null;
    }
    int axis = random.nextInt(x.shape().rank());
    int length = 1 + random.nextInt(x.shape().dim(axis));
    return x.slice(axis, random.nextInt(x.shape().dim(axis) - length + 1), length);
  }

  private @Nullable Tensor join(Tensor x) {
    if (x.shape().rank() == 0) {
      return null;
    }
    int axis = random.nextInt(x.shape().rank());
    if (random.nextInt(3) == 0) {
      int before = random.nextInt(4);
      return graph.pad(x, axis, before, before + x.shape().dim(axis) + random.nextInt(4));
    }
    var partners = pool.stream().filter(t -> t.space().equals(x.space()) && t.shape().rank() == x.shape().rank()
        && t.shape().with(axis, 1).equals(x.shape().with(axis, 1))).toList();
    return graph.concat(axis, x, partners.get(random.nextInt(partners.size())), x);
  }

  private @Nullable Tensor gather(Tensor x) {
    if (x.space().isPoint()) {
      return x.gather(Index.toPoint(World.SPACES.get(random.nextInt(World.SPACES.size()))));
    }
    var maps = World.MAPS.stream().filter(m -> m.to().equals(x.space())).toList();
    return maps.isEmpty() ? null : x.gather(maps.get(random.nextInt(maps.size())));
  }

  private @Nullable Tensor push(Tensor x) {
    var maps = World.MAPS.stream().filter(m -> m.from().equals(x.space())).toList();
    if (x.space().isPoint()) {
      return null;
    }
    return maps.isEmpty() || random.nextInt(4) == 0 ? x.total().times(0.1)
        : x.sum(maps.get(random.nextInt(maps.size()))).times(0.5);
  }

  /** x where a leaf is positive, zero elsewhere; the leaf stays clear of zero, so differences are smooth. */
  private Tensor switched(Tensor x) {
    return x.times(leaf("switch", x.space(), dims(x.shape())).apply(Function.STEP));
  }

  /** One number made of all of a tensor's. */
  private Tensor measure(Tensor t) {
    String labels = Graph.labels(t.shape().rank());
    Tensor weights = graph.constant(random.doubles(t.shape().size(), -1, 1).toArray(), dims(t.shape()));
    Tensor number = switch (random.nextInt(3)) {
      case 0 -> graph.contract(labels + "," + labels + "->", t, t).total().times(0.1);
      case 1 -> graph.contract(labels + "," + labels + "->", t.apply(Function.SIN), weights).total();
      default -> graph.contract(labels + "," + labels + "->", t, weights).total();
    };
    return random.nextBoolean() ? number : number.times(0.1).apply(Function.TANH);
  }

  private static boolean agree(Tensor a, Tensor b) {
    return a.space().equals(b.space()) || a.space().isPoint() || b.space().isPoint();
  }

  private static int[] dims(Shape shape) {
    return IntStream.range(0, shape.rank()).map(shape::dim).toArray();
  }

  private static boolean fits(Tensor t) {
    return t.shape().size() <= loopLimit(t.space()) / 4 && t.shape().rank() <= 5;
  }

  private static int leafLimit(Space space) {
    return space.streamed() ? 100 : 300;
  }

  private static int loopLimit(Space space) {
    return space.isPoint() ? 1 << 14 : space.streamed() ? 1 << 11 : 1 << 12;
  }
}
