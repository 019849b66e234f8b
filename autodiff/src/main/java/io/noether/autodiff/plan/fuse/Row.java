package io.noether.autodiff.plan.fuse;

import io.noether.autodiff.emit.loop.Address;
import io.noether.autodiff.emit.loop.Instruction;
import io.noether.autodiff.emit.loop.Part;
import io.noether.autodiff.emit.loop.Size;
import io.noether.autodiff.emit.loop.Value;
import io.noether.autodiff.plan.lower.Storage;
import io.noether.autodiff.plan.lower.View;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A kernel as it is put together: the parts of a row's work, and the single numbers that are in registers already. */
final class Row {
  final Arithmetic.Ids ids = new Arithmetic.Ids();
  private final List<Storage> storages;
  private final List<Part> parts = new ArrayList<>();
  private final Map<Address, Value> numbers = new HashMap<>();

  Row(List<Storage> storages) {
    this.storages = storages;
  }

  List<Part> parts() {
    return parts;
  }

  void add(Part part) {
    parts.add(part);
  }

  void addStraight(List<Instruction> instructions) {
    if (!instructions.isEmpty()) {
      parts.add(new Part.Straight(List.copyOf(instructions)));
    }
  }

  /** A single number of a view; it is loaded once. */
  Term load(View view, int offset, List<Instruction> to) {
    Optional<Term> constant = constant(view);
    if (constant.isPresent()) {
      return constant.get();
    }
    return new Term.Of(numbers.computeIfAbsent(number(view, offset), address -> {
      Value loaded = ids.create(false);
      to.add(new Instruction.Load(loaded, address));
      return loaded;
    }));
  }

  /** Writes a single number. */
  void store(View view, int offset, Value value, List<Instruction> to) {
    Address address = number(view, offset);
    overwritten(view.storage(), address.offset(), address.offset() + 1);
    numbers.put(address, value);
    to.add(new Instruction.Store(address, value));
  }

  /** Forgets numbers of an array that were overwritten. */
  void overwritten(int array, int from, int to) {
    numbers.keySet().removeIf(a -> a.base().array() == array && a.offset() >= from && a.offset() < to);
  }

  /** The number that a view stands for, if it is known now. */
  Optional<Term> constant(View view) {
    return storages.get(view.storage()) instanceof Storage.Number(double value) ? Optional.of(new Term.Number(value))
        : Optional.empty();
  }

  boolean isNumber(View view) {
    return constant(view).isPresent();
  }

  /** About how many bytecodes the instructions take, each counted once. */
  int weight() {
    return parts.stream().mapToInt(Row::weight).sum();
  }

  private static int weight(Part part) {
    return part.all().mapToInt(Size::of).sum();
  }

  /** The address of a single number of a view. */
  static Address number(View view, int offset) {
    return new Address(view.base(), view.offset() + offset, List.of());
  }
}
