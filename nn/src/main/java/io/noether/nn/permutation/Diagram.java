package io.noether.nn.permutation;

import io.noether.autodiff.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One of the linear maps from k-tuples to k'-tuples that commute with relabelling, named by a set partition of the k
 * input and k' output indices: equal letters on both sides join input to output, on the input alone they are summed over,
 * on the output alone they run freely. {@code ab>ba} transposes, {@code ab>a} sums rows, {@code aa>bb} writes the trace
 * onto the diagonal.
 *
 * @param input the block of each input index
 * @param output the block of each output index
 */
record Diagram(List<Integer> input, List<Integer> output) {
  /** All of them, Bell(k + k') in number. */
  static List<Diagram> all(int from, int to) {
    return SetPartitions.of(from + to).stream()
        .map(p -> new Diagram(p.subList(0, from), p.subList(from, from + to))).toList();
  }

  /** The blocks that join input to output, in the order in which the output first has them. */
  List<Integer> joined() {
    return output.stream().distinct().filter(input::contains).toList();
  }

  /** Which output indices are equal, as a set partition of the output's own. */
  List<Integer> outputPattern() {
    return SetPartitions.renumbered(output);
  }

  /** The blocks of {@link #outputPattern} that are joined to the input, ascending. */
  List<Integer> outputJoined() {
    var blocks = output.stream().distinct().toList();
    return joined().stream().map(blocks::indexOf).toList();
  }

  /**
   * x summed (as means) down to the joined blocks: a field over tuples of as many indices, in the order of
   * {@link #joined}.
   */
  Tensor contract(Tuples tuples, Tensor x) {
    List<Integer> joined = joined();
    List<Integer> ascending = joined.stream().sorted().toList();
    if (ascending.size() == SetPartitions.blocks(input)) { // nothing to sum: a single gather does all
      return tuples.gather(x, joined.size(), input.stream().map(joined::indexOf).toList());
    }
    Tensor sums = contract(tuples, x, ascending);
    return tuples.gather(sums, joined.size(), ascending.stream().map(joined::indexOf).toList());
  }

  /** x with only some blocks left, ascending: found from the field with one more, so that fields share their sums. */
  private Tensor contract(Tuples tuples, Tensor x, List<Integer> kept) {
    int blocks = SetPartitions.blocks(input);
    if (kept.size() == blocks) {
      return tuples.gather(x, blocks, input);
    }
    int missing = 0;
    while (missing < kept.size() && kept.get(missing) == missing) {
      missing++;
    }
    var larger = new ArrayList<>(kept);
    larger.add(missing, missing);
    return tuples.mean(contract(tuples, x, larger), missing);
  }

  @Override
  public String toString() {
    return letters(input) + ">" + letters(output);
  }

  private static String letters(List<Integer> blocks) {
    return blocks.stream().map(b -> String.valueOf((char) ('a' + b))).collect(Collectors.joining());
  }
}
