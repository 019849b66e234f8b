package io.noether.imports;

import io.noether.imports.files.Weights;
import java.util.List;
import java.util.Optional;

/**
 * How a parameter of a network here is made from a tensor in a file: rows are chosen, then columns, then the two are
 * exchanged.
 *
 * @param from the tensor's name
 * @param rows which of its rows
 * @param columns which of its columns
 * @param transposed whether rows and columns change places in the end, as PyTorch's [out, in] needs
 */
public record MappedTensor(String from, Optional<Choice> rows, Optional<Choice> columns, boolean transposed) {
  /** Which rows or columns are taken, counted from 0. */
  public sealed interface Choice {
    /** The given places, in their order. */
    record These(List<Integer> places) implements Choice {}

    /** The places {@code begin} to {@code end - 1}. */
    record Slice(int begin, int end) implements Choice {}
  }

  /**
   * Reads what a mapping says of a parameter: the name of a tensor alone, or fields.
   *
   * @throws io.noether.core.InputException naming the place in the mapping
   */
  static MappedTensor of(Document value) {
    if (value.isText()) {
      return new MappedTensor(value.text(), Optional.empty(), Optional.empty(), false);
    }
    value.mustKnow(List.of("from", "rows", "slice", "columns", "transpose"));
    if (value.find("rows").isPresent() && value.find("slice").isPresent()) {
      throw value.bad("has both rows and slice; use one");
    }
    Optional<Choice> rows = value.find("rows")
        .map(list -> new Choice.These(list.items().stream().map(Document::natural).toList()));
    return new MappedTensor(value.at("from").text(), rows.or(() -> value.find("slice").map(MappedTensor::slice)),
        value.find("columns").map(MappedTensor::slice), value.find("transpose").map(Document::flag).orElse(false));
  }

  private static Choice slice(Document pair) {
    if (pair.items().size() != 2) {
      throw pair.bad("must be the first place and the one after the last, counted from 0");
    }
    return new Choice.Slice(pair.items().getFirst().natural(), pair.items().getLast().natural());
  }

  /** The parameter's numbers. @throws io.noether.core.InputException naming the tensor, if there are no such rows */
  Weights made(Weights tensor) {
    Weights result = rows.map(choice -> chosen(tensor, choice)).orElse(tensor);
    if (columns.isPresent()) {
      result = chosen(result.transposed(), columns.get()).transposed();
    }
    return transposed ? result.transposed() : result;
  }

  private static Weights chosen(Weights tensor, Choice choice) {
    return switch (choice) {
      case Choice.These(var places) -> tensor.rows(places.stream().mapToInt(Integer::intValue).toArray());
      case Choice.Slice(int begin, int end) -> tensor.slice(begin, end);
    };
  }
}
