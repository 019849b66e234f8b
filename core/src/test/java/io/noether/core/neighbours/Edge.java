package io.noether.core.neighbours;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** One edge as a value, to compare lists of them. */
record Edge(int receiver, int sender, int a, int b, int c) implements Comparable<Edge> {
  private static final Comparator<Edge> ORDER = Comparator.comparingInt(Edge::receiver)
      .thenComparingInt(Edge::sender).thenComparingInt(Edge::a).thenComparingInt(Edge::b).thenComparingInt(Edge::c);

  static List<Edge> of(NeighbourList list) {
    int[] receivers = list.receivers();
    int[] senders = list.senders();
    int[] shifts = list.shifts();
    var edges = new ArrayList<Edge>();
    for (int e = 0; e < list.count(); e++) {
      edges.add(new Edge(receivers[e], senders[e], shifts[3 * e], shifts[3 * e + 1], shifts[3 * e + 2]));
    }
    return edges;
  }

  Edge reverse() {
    return new Edge(sender, receiver, -a, -b, -c);
  }

  @Override
  public int compareTo(Edge other) {
    return ORDER.compare(this, other);
  }
}
