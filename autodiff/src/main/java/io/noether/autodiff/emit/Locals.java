package io.noether.autodiff.emit;

import java.lang.classfile.TypeKind;
import java.util.HashMap;
import java.util.Map;

/** Remembers which local of a method holds what. */
final class Locals<K> {
  private final MethodWriter code;
  private final Map<K, Integer> numbers;

  private Locals(MethodWriter code, Map<K, Integer> numbers) {
    this.code = code;
    this.numbers = numbers;
  }

  Locals(MethodWriter code) {
    this(code, new HashMap<>());
  }

  /** A copy, to which more can be added while this one stays as it is. */
  Locals<K> copy() {
    return new Locals<>(code, new HashMap<>(numbers));
  }

  boolean hold(K key) {
    return numbers.containsKey(key);
  }

  /** The local of a key, a new one at its first use. */
  int claim(K key, TypeKind kind) {
    return numbers.computeIfAbsent(key, _ -> code.local(kind));
  }

  /** The local of a key. */
  int of(K key) {
    Integer number = numbers.get(key);
    if (number == null) {
      throw new IllegalArgumentException(key + " is read where it does not exist");
    }
    return number;
  }
}
