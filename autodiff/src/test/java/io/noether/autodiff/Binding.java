package io.noether.autodiff;

import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Numbers for a program on the {@link World}: sizes, maps and leaf values.
 *
 * @param sizes rows of every space, the point included
 * @param maps rows of every index
 * @param values numbers of every input and parameter
 */
record Binding(Map<Space, Integer> sizes, Map<Index, int[]> maps, Map<Tensor, double[]> values) {
  /** How many rows each space has. */
  record Sizes(int nodes, int edges, int groups, int kinds) {
    /** Mostly small; at times without edges, or without anything but kinds. */
    static Sizes random(SplittableRandom random) {
      int nodes = switch (random.nextInt(8)) {
        case 0 -> 0;
        case 1 -> 1;
        case 2 -> 2;
        default -> 3 + random.nextInt(18);
      };
      int edges = nodes == 0 || random.nextInt(6) == 0 ? 0 : random.nextInt(1 + 4 * nodes);
      return new Sizes(nodes, edges, 1 + random.nextInt(4), 1 + random.nextInt(5));
    }
  }

  /** Random maps (receivers with none, few or nearly all edges) and values in [-1, 1]. */
  static Binding random(List<Tensor> leaves, Sizes sizes, SplittableRandom random) {
    var rows = new LinkedHashMap<Space, Integer>();
    rows.put(Space.POINT, 1);
    rows.put(World.NODES, sizes.nodes());
    rows.put(World.EDGES, sizes.edges());
    rows.put(World.GROUPS, sizes.groups());
    rows.put(World.KINDS, sizes.kinds());
    var maps = new LinkedHashMap<Index, int[]>();
    for (Index index : World.MAPS) {
      int[] to = skewed(rows.get(index.from()), rows.get(index.to()), random);
      if (index.sorted()) {
        Arrays.sort(to);
      }
      maps.put(index, to);
    }
    var values = new LinkedHashMap<Tensor, double[]>();
    for (Tensor leaf : leaves) {
      values.put(leaf, numbers(leaf, rows, random));
    }
    return new Binding(rows, maps, values);
  }

  /** Uniform numbers in [-1, 1] for one leaf; a switch gets numbers that stay clear of zero. */
  static double[] numbers(Tensor leaf, Map<Space, Integer> rows, SplittableRandom random) {
    boolean isSwitch = leaf.name().startsWith("switch");
    double[] numbers = new double[rows.get(leaf.space()) * leaf.shape().size()];
    Arrays.setAll(numbers, k -> isSwitch ? random.nextInt(-2, 2) + 0.5 : random.nextDouble(-1, 1));
    return numbers;
  }

  /** The same binding with other values for some leaves. */
  Binding with(Map<Tensor, double[]> others) {
    var changed = new LinkedHashMap<>(values);
    changed.putAll(others);
    return new Binding(sizes, maps, changed);
  }

  /** Sizes first, then maps, then values, as {@link Execution} asks. */
  void bindTo(Execution execution) {
    sizes.forEach((space, rows) -> {
      if (!space.equals(Space.POINT)) {
        execution.resize(space, rows);
      }
    });
    maps.forEach(execution::bind);
    values.forEach(execution::bind);
  }

  /** How many numbers a tensor has. */
  int count(Tensor t) {
    return sizes.get(t.space()) * t.shape().size();
  }

  /** Numbers of a tensor after a run. */
  double[] read(Execution execution, Tensor t) {
    double[] numbers = new double[count(t)];
    execution.read(t, numbers);
    return numbers;
  }

  /**
   * New row numbers for every space, with sorted maps still sorted: kinds and groups at random, nodes at random within
   * the order of their groups, edges at random within the order of their receivers.
   */
  Map<Space, int[]> relabelling(SplittableRandom random) {
    var places = new LinkedHashMap<Space, int[]>();
    places.put(Space.POINT, new int[1]);
    places.put(World.KINDS, order(new int[sizes.get(World.KINDS)], new int[] {0}, random));
    places.put(World.GROUPS, order(new int[sizes.get(World.GROUPS)], new int[] {0}, random));
    places.put(World.NODES, order(maps.get(World.GROUP), places.get(World.GROUPS), random));
    places.put(World.EDGES, order(maps.get(World.RECEIVER), places.get(World.NODES), random));
    return places;
  }

  /** This binding with row r of each space moved to {@code places[r]}. */
  Binding relabelled(Map<Space, int[]> places) {
    var movedMaps = new LinkedHashMap<Index, int[]>();
    maps.forEach((index, to) -> {
      int[] moved = new int[to.length];
      for (int r = 0; r < to.length; r++) {
        moved[places.get(index.from())[r]] = places.get(index.to())[to[r]];
      }
      movedMaps.put(index, moved);
    });
    var movedValues = new LinkedHashMap<Tensor, double[]>();
    values.forEach((leaf, numbers) -> movedValues.put(leaf, moved(numbers, leaf, places)));
    return new Binding(sizes, movedMaps, movedValues);
  }

  /** A field's numbers with row r moved to {@code places[r]}. */
  static double[] moved(double[] numbers, Tensor t, Map<Space, int[]> places) {
    int[] to = places.get(t.space());
    int width = t.shape().size();
    double[] result = new double[numbers.length];
    for (int r = 0; r * width < numbers.length; r++) {
      System.arraycopy(numbers, r * width, result, to[r] * width, width);
    }
    return result;
  }

  /** For each row its place when rows are sorted by the new place of what they belong to, ties at random. */
  private static int[] order(int[] parent, int[] parentPlaces, SplittableRandom random) {
    double[] ties = random.doubles(parent.length).toArray();
    int[] sorted = IntStream.range(0, parent.length).boxed()
        .sorted(Comparator.<Integer>comparingInt(r -> parentPlaces[parent[r]]).thenComparingDouble(r -> ties[r]))
        .mapToInt(Integer::intValue).toArray();
    int[] places = new int[sorted.length];
    for (int k = 0; k < sorted.length; k++) {
      places[sorted[k]] = k;
    }
    return places;
  }

  private static int[] skewed(int from, int to, SplittableRandom random) {
    int favourite = to == 0 ? 0 : random.nextInt(to);
    double loyalty = new double[] {0, 0.5, 1}[random.nextInt(3)];
    int[] rows = new int[from];
    Arrays.setAll(rows, r -> random.nextDouble() < loyalty ? favourite : random.nextInt(to));
    return rows;
  }
}
