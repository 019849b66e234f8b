package io.noether.autodiff.emit.loop;

import io.noether.autodiff.Function;
import java.util.List;
import java.util.Optional;

/**
 * One step of a row's work. An operand that is not wide stands for that number in every lane. Instructions on wide values
 * occur in bodies of sweeps only.
 */
public sealed interface Instruction {
  /** What it reads of what was computed before. */
  List<Value> operands();

  /** What it computes; none if it stores. */
  Optional<Value> result();

  /** Where it reads or writes memory. */
  default Optional<Address> address() {
    return Optional.empty();
  }

  /** to = the number or vector at an address; wide exactly if the address's inner step is not 0 within a sweep. */
  record Load(Value to, Address from) implements Instruction {
    @Override
    public List<Value> operands() {
      return List.of();
    }

    @Override
    public Optional<Value> result() {
      return Optional.of(to);
    }

    @Override
    public Optional<Address> address() {
      return Optional.of(from);
    }
  }

  /** The number or vector at an address becomes x. */
  record Store(Address to, Value x) implements Instruction {
    @Override
    public List<Value> operands() {
      return List.of(x);
    }

    @Override
    public Optional<Value> result() {
      return Optional.empty();
    }

    @Override
    public Optional<Address> address() {
      return Optional.of(to);
    }
  }

  /** to = a constant; not wide. */
  record Constant(Value to, double value) implements Instruction {
    @Override
    public List<Value> operands() {
      return List.of();
    }

    @Override
    public Optional<Value> result() {
      return Optional.of(to);
    }
  }

  /** to = a·b. */
  record Product(Value to, Value a, Value b) implements Instruction {
    @Override
    public List<Value> operands() {
      return List.of(a, b);
    }

    @Override
    public Optional<Value> result() {
      return Optional.of(to);
    }
  }

  /** to = a + b. */
  record Sum(Value to, Value a, Value b) implements Instruction {
    @Override
    public List<Value> operands() {
      return List.of(a, b);
    }

    @Override
    public Optional<Value> result() {
      return Optional.of(to);
    }
  }

  /** to = a·b + c, rounded once. */
  record ProductSum(Value to, Value a, Value b, Value c) implements Instruction {
    @Override
    public List<Value> operands() {
      return List.of(a, b, c);
    }

    @Override
    public Optional<Value> result() {
      return Optional.of(to);
    }
  }

  /** to = f(x). */
  record Call(Value to, Function function, Value x) implements Instruction {
    @Override
    public List<Value> operands() {
      return List.of(x);
    }

    @Override
    public Optional<Value> result() {
      return Optional.of(to);
    }
  }

  /**
   * total = Σ a·b over the sweep; not wide, and there after the sweep. May occur several times for one total. In a
   * vectorised sweep the sum is taken in as many lanes as a vector has, whose sums are added by halves, and what is left
   * over is added one by one, so that scalar and vector code give the same bits.
   */
  record Accumulate(Value total, Value a, Value b) implements Instruction {
    @Override
    public List<Value> operands() {
      return List.of(a, b);
    }

    @Override
    public Optional<Value> result() {
      return Optional.of(total);
    }
  }
}
