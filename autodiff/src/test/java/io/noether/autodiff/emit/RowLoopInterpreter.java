package io.noether.autodiff.emit;

import io.noether.autodiff.Precision;
import io.noether.autodiff.emit.loop.Address;
import io.noether.autodiff.emit.loop.Base;
import io.noether.autodiff.emit.loop.Instruction;
import io.noether.autodiff.emit.loop.Part;
import io.noether.autodiff.emit.loop.RowLoop;
import io.noether.autodiff.emit.loop.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Runs row loops one number at a time, as their documentation says: the oracle of the emitted kernels. */
final class RowLoopInterpreter {
  private final Precision precision;
  private final int lanes;
  private final double[][] arrays;
  private final int[] offsets;
  private final int[][] maps;
  private final int firstRow;
  private final Map<Value, Double> values = new HashMap<>();
  private final List<Integer> variables = new ArrayList<>();
  private int row;

  /** @param arrays numbers of the precision */
  RowLoopInterpreter(Precision precision, int lanes, double[][] arrays, int[] offsets, int[][] maps, int firstRow) {
    this.precision = precision;
    this.lanes = lanes;
    this.arrays = arrays;
    this.offsets = offsets;
    this.maps = maps;
    this.firstRow = firstRow;
  }

  void run(RowLoop loop, int rows) {
    for (row = 0; row < rows; row++) {
      values.clear();
      loop.parts().forEach(this::run);
    }
  }

  private void run(Part part) {
    switch (part) {
      case Part.Straight(List<Instruction> instructions) -> instructions.forEach(this::run);
      case Part.Repeat(int extent, List<Part> parts) -> {
        for (int i = 0; i < extent; i++) {
          variables.add(i);
          parts.forEach(this::run);
          variables.removeLast();
        }
      }
      case Part.Sweep sweep -> sweep(sweep);
    }
  }

  private void sweep(Part.Sweep sweep) {
    int lanesHere = sweep.vectorised() ? lanes : 1;
    int whole = sweep.extent() / lanesHere * lanesHere;
    var partial = new HashMap<Value, double[]>();
    sweep.totals().forEach(total -> partial.put(total, new double[lanesHere]));
    for (int k = 0; k < sweep.extent(); k++) {
      if (k == whole) {
        partial.values().forEach(this::addHalves);
      }
      variables.add(k);
      for (Instruction instruction : sweep.body()) {
        if (instruction instanceof Instruction.Accumulate(Value total, Value a, Value b)) {
          double[] sums = partial.get(total);
          int lane = k < whole ? k % lanesHere : 0;
          sums[lane] = fma(get(a), get(b), sums[lane]);
        } else {
          run(instruction);
        }
      }
      variables.removeLast();
    }
    if (whole == sweep.extent()) {
      partial.values().forEach(this::addHalves);
    }
    partial.forEach((total, sums) -> values.put(total, sums[0]));
  }

  private void addHalves(double[] sums) {
    for (int half = sums.length / 2; half >= 1; half /= 2) {
      for (int i = 0; i < half; i++) {
        sums[i] = round(sums[i] + sums[i + half]);
      }
    }
  }

  private void run(Instruction instruction) {
    switch (instruction) {
      case Instruction.Load(Value to, Address from) -> values.put(to, arrays[from.base().array()][index(from)]);
      case Instruction.Store(Address to, Value x) -> arrays[to.base().array()][index(to)] = get(x);
      case Instruction.Constant(Value to, double value) -> values.put(to, round(value));
      case Instruction.Product(Value to, Value a, Value b) -> values.put(to, round(get(a) * get(b)));
      case Instruction.Sum(Value to, Value a, Value b) -> values.put(to, round(get(a) + get(b)));
      case Instruction.ProductSum(Value to, Value a, Value b, Value c) -> values.put(to, fma(get(a), get(b), get(c)));
      case Instruction.Call(Value to, var function, Value x) -> values.put(to, round(function.apply(get(x))));
      case Instruction.Accumulate _ -> throw new IllegalArgumentException("a sum outside a sweep");
    }
  }

  private int index(Address address) {
    Base base = address.base();
    int line = base.isMapped() ? maps[base.map()][firstRow + row] : row;
    int index = offsets[base.array()] + base.stride() * line + address.offset();
    for (int d = 0; d < address.steps().size(); d++) {
      index += address.steps().get(d) * (variables.size() > d ? variables.get(d) : 0);
    }
    return index;
  }

  private double get(Value x) {
    return values.get(x);
  }

  /** Double precision holds the products and sums of two floats so well that rounding again gives the float's. */
  private double round(double x) {
    return precision == Precision.FLOAT32 ? (float) x : x;
  }

  private double fma(double a, double b, double c) {
    return precision == Precision.FLOAT32 ? Math.fma((float) a, (float) b, (float) c) : Math.fma(a, b, c);
  }
}
