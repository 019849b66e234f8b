package io.noether.autodiff.emit;

import io.noether.autodiff.emit.loop.Address;
import io.noether.autodiff.emit.loop.Instruction;
import io.noether.autodiff.emit.loop.Value;

/** Writes instructions, each on one number or one vector, and knows which locals hold what they compute. */
final class Body {
  private final MethodWriter code;
  private final Places places;
  private final Lanes lanes;
  private final Functions functions;
  private final Locals<Value> locals;

  Body(MethodWriter code, Places places, Lanes lanes) {
    this(code, places, lanes, new Locals<>(code));
  }

  private Body(MethodWriter code, Places places, Lanes lanes, Locals<Value> locals) {
    this.code = code;
    this.places = places;
    this.lanes = lanes;
    this.functions = new Functions(code, lanes);
    this.locals = locals;
  }

  /** A body within this one: it sees this one's values; those that it adds end with it. */
  Body nested() {
    return new Body(code, places, lanes, locals.copy());
  }

  void write(Instruction instruction) {
    switch (instruction) {
      case Instruction.Load(Value to, Address from) -> {
        lanes.load(() -> places.array(from), () -> places.index(from));
        pop(to);
      }
      case Instruction.Store(Address to, Value x) ->
        lanes.store(() -> places.array(to), () -> places.index(to), () -> push(x));
      case Instruction.Constant(Value to, double value) -> {
        lanes.constant(value);
        pop(to);
      }
      case Instruction.Product(Value to, Value a, Value b) -> {
        push(a);
        push(b);
        lanes.product();
        pop(to);
      }
      case Instruction.Sum(Value to, Value a, Value b) -> {
        push(a);
        push(b);
        lanes.sum();
        pop(to);
      }
      case Instruction.ProductSum(Value to, Value a, Value b, Value c) -> {
        push(a);
        push(b);
        push(c);
        lanes.productSum();
        pop(to);
      }
      case Instruction.Call(Value to, var function, Value x) -> {
        push(x);
        functions.call(function);
        pop(to);
      }
      case Instruction.Accumulate(Value total, Value a, Value b) -> accumulate(total, a, b);
    }
  }

  /** total = a·b + total. */
  void accumulate(Value total, Value a, Value b) {
    push(a);
    push(b);
    push(total);
    lanes.productSum();
    pop(total);
  }

  /** x = 0. */
  void zero(Value x) {
    lanes.constant(0);
    pop(x);
  }

  /** Pushes what a local holds. */
  void push(Value x) {
    code.builder.loadLocal(lanes.kind(), locals.of(x));
  }

  /** Pops into the value's local, which is a new one at its first use. */
  void pop(Value x) {
    code.builder.storeLocal(lanes.kind(), locals.claim(x, lanes.kind()));
  }
}
