package io.noether.autodiff.emit;

import static java.lang.constant.ConstantDescs.CD_int;

import io.noether.autodiff.emit.loop.Address;
import io.noether.autodiff.emit.loop.Base;
import io.noether.autodiff.emit.loop.Part;
import io.noether.autodiff.emit.loop.RowLoop;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;

/**
 * Writes how numbers are found: locals hold the arrays, the maps, where the current row begins in each, and the loops'
 * variables.
 */
final class Places {
  private static final int ARRAYS = 1;
  private static final int OFFSETS = 2;
  private static final int MAPS = 3;
  private static final int FIRST_ROW = 4;

  private final MethodWriter code;
  private final CodeBuilder builder;
  private final Set<Base> bases = new LinkedHashSet<>();
  private final Locals<Integer> arrays;
  private final Locals<Integer> maps;
  private final Locals<Base> rowStarts;
  private final List<Integer> variables = new ArrayList<>();

  Places(MethodWriter code, RowLoop loop) {
    this.code = code;
    this.builder = code.builder;
    this.arrays = new Locals<>(code);
    this.maps = new Locals<>(code);
    this.rowStarts = new Locals<>(code);
    loop.parts().stream().flatMap(Part::all).flatMap(i -> i.address().stream()).forEach(a -> bases.add(a.base()));
  }

  /** Before the first row: arrays and maps into locals, and the starts that are the same for every row. */
  void enter() {
    for (Base base : bases) {
      if (!arrays.hold(base.array())) {
        fetch(ARRAYS, base.array(), code.numbers.array(), arrays);
      }
      if (base.isMapped() && !maps.hold(base.map())) {
        fetch(MAPS, base.map(), CD_int.arrayType(), maps);
      }
      int start = rowStarts.claim(base, TypeKind.INT);
      if (base.isShared()) {
        offset(base);
        builder.istore(start);
      }
    }
  }

  private void fetch(int from, int number, ClassDesc type, Locals<Integer> to) {
    builder.aload(from).loadConstant(number).aaload().checkcast(type).astore(to.claim(number, TypeKind.REFERENCE));
  }

  private void offset(Base base) {
    builder.aload(OFFSETS).loadConstant(base.array()).iaload();
  }

  /** At a row's start: where it begins in each array. */
  void startRow(int row) {
    for (Base base : bases) {
      if (base.isShared()) {
        continue;
      }
      offset(base);
      if (base.isMapped()) {
        builder.aload(maps.of(base.map())).iload(FIRST_ROW).iload(row).iadd().iaload();
      } else {
        builder.iload(row);
      }
      builder.loadConstant(base.stride()).imul().iadd().istore(rowStarts.of(base));
    }
  }

  /** A loop whose variable addresses in its body refer to. */
  void loop(int from, int limit, int step, Runnable body) {
    IntConsumer counted = variable -> {
      variables.add(variable);
      body.run();
      variables.removeLast();
    };
    code.loop(from, limit, step, counted);
  }

  /** Pushes the variable of the innermost loop. */
  void variable() {
    builder.iload(variables.getLast());
  }

  /** Pushes the last array, which is scratch memory for sums. */
  void scratch() {
    builder.aload(ARRAYS).aload(ARRAYS).arraylength().iconst_1().isub().aaload().checkcast(code.numbers.array());
  }

  /** Pushes the array that an address is in. */
  void array(Address address) {
    builder.aload(arrays.of(address.base().array()));
  }

  /** Pushes the index that an address is. */
  void index(Address address) {
    builder.iload(rowStarts.of(address.base()));
    for (int d = 0; d < address.steps().size(); d++) {
      int step = address.steps().get(d);
      if (step != 0) {
        builder.iload(variables.get(d));
        if (step != 1) {
          builder.loadConstant(step).imul();
        }
        builder.iadd();
      }
    }
    if (address.offset() != 0) {
      builder.loadConstant(address.offset()).iadd();
    }
  }
}
