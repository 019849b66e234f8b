package io.noether.nn.imports;

import java.util.List;
import java.util.Optional;

/**
 * How a parameter of ours is made of a tensor in a file: rows are chosen, then columns, then both are exchanged.
 *
 * @param from the tensor's name
 * @param rows which of its rows, in which order; a slice is written as its rows
 * @param columns which of its columns
 * @param transposed whether rows and columns change places in the end, as PyTorch's [out, in] needs
 */
public record MappedTensor(String from, Optional<List<Range>> rows, Optional<List<Range>> columns,
    boolean transposed) {
  /** Places {@code begin} to {@code end - 1}, counted from 0. */
  public record Range(int begin, int end) {}

  /** A name alone, or fields. @throws io.noether.core.InputException naming the place */
  static MappedTensor of(Document value) {
    if (value.isText()) {
      return new MappedTensor(value.text(), Optional.empty(), Optional.empty(), false);
    }
    value.mustKnow(List.of("from", "rows", "slice", "columns", "transpose"));
    if (value.find("rows").isPresent() && value.find("slice").isPresent()) {
      throw value.bad("has both rows and slice; use one");
    }
    Optional<List<Range>> rows = value.find("rows").map(list -> list.items().stream()
        .map(row -> new Range(row.natural(), row.natural() + 1)).toList());
    return new MappedTensor(value.at("from").text(), rows.or(() -> value.find("slice").map(MappedTensor::range)),
        value.find("columns").map(MappedTensor::range), value.find("transpose").map(Document::flag).orElse(false));
  }

  private static List<Range> range(Document pair) {
    if (pair.items().size() != 2) {
      throw pair.bad("must be the first place and the one after the last, counted from 0");
    }
    return List.of(new Range(pair.items().getFirst().natural(), pair.items().getLast().natural()));
  }

  /** The parameter's numbers. @throws io.noether.core.InputException naming the tensor, if there are no such rows */
  Weights made(Weights tensor) {
    Weights result = rows.map(ranges -> chosen(tensor, ranges)).orElse(tensor);
    if (columns.isPresent()) {
      result = chosen(result.transposed(), columns.get()).transposed();
    }
    return transposed ? result.transposed() : result;
  }

  private static Weights chosen(Weights tensor, List<Range> ranges) {
    return ranges.stream().map(range -> tensor.slice(range.begin(), range.end())).reduce(Weights::above)
        .orElseThrow(() -> tensor.bad("is asked for no rows at all"));
  }
}
