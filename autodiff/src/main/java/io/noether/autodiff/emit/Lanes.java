package io.noether.autodiff.emit;

import io.noether.autodiff.Function;
import java.lang.classfile.TypeKind;

/**
 * Writes operations on what one iteration handles: a single number, or a vector of them. Operands are taken from
 * the JVM's stack and results are left there; comments show the stack as {@code before → after}.
 */
interface Lanes {
  /** What a local holds. */
  TypeKind kind();

  /** → the number or vector in an array. */
  void load(Runnable array, Runnable index);

  /** Stores what {@code x} pushes. */
  void store(Runnable array, Runnable index, Runnable x);

  /** → the constant, in every lane. */
  void constant(double value);

  /** a, b → a·b. */
  void product();

  /** a, b → a + b. */
  void sum();

  /** a, b, c → a·b + c, rounded once. */
  void productSum();

  /** a, b → a/b. */
  void quotient();

  /** x → -x. */
  void negation();

  /** x → √x. */
  void squareRoot();

  /** A number to which {@link Exponential#round} was added → 2 to the integer in its low bits. */
  void powerOfTwo(Exponential e);

  /** y → value where x < bound, else y; x is in a local. */
  void replaceBelow(int x, double bound, double value);

  /** y → value where x > bound, else y; x is in a local. */
  void replaceAbove(int x, double bound, double value);

  /** x → f(x) by the method of {@link Math}, for single numbers. */
  void libraryCall(Function function);
}
