package io.noether.autodiff.plan.run;

/**
 * A bound map, and what sums along it need: where the rows of each target start and, if the map is not sorted, the rows in
 * the order of their targets.
 */
final class BoundIndex {
  int[] rows = new int[0];
  int[] offsets = new int[1];
  int[] order = new int[0];
  int count;
  int targets;

  /** Takes a map that nothing is summed along. */
  void bind(int[] given, int boundCount, int boundTargets) {
    rows = given;
    count = boundCount;
    targets = boundTargets;
  }

  /** Takes a map along which something is summed. The rows are put in order by a counting sort, which is linear and stable. */
  void bindForSums(int[] given, int boundCount, int boundTargets, boolean sorted) {
    bind(given, boundCount, boundTargets);
    if (offsets.length < targets + 1) {
      offsets = new int[targets + targets / 4 + 1];
    }
    java.util.Arrays.fill(offsets, 0, targets + 1, 0);
    for (int r = 0; r < count; r++) {
      offsets[given[r] + 1]++;
    }
    for (int t = 0; t < targets; t++) {
      offsets[t + 1] += offsets[t];
    }
    if (!sorted) {
      if (order.length < count) {
        order = new int[count + count / 4];
      }
      for (int r = 0; r < count; r++) {
        order[offsets[given[r]]++] = r;
      }
      System.arraycopy(offsets, 0, offsets, 1, targets); // the counts moved every start to its end: move back
      offsets[0] = 0;
    }
  }
}
