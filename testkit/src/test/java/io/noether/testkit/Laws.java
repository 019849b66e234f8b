package io.noether.testkit;

import java.lang.reflect.InvocationTargetException;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Every law of the contracts, called without JUnit. */
final class Laws {
  private Laws() {}

  /** The names of the contracts' methods. */
  static Set<String> all() {
    var laws = new TreeSet<String>();
    for (var method : PotentialContract.class.getMethods()) {
      if (method.isAnnotationPresent(Test.class)) {
        laws.add(method.getName());
      }
    }
    return laws;
  }

  /** The laws that a potential breaks. */
  static Set<String> broken(PotentialContract contract) {
    var broken = new TreeSet<String>();
    for (String law : all()) {
      try {
        check(law, contract);
      } catch (AssertionError failure) {
        broken.add(law);
      }
    }
    return broken;
  }

  /** Runs one method of a contract. @throws AssertionError as the method does */
  static void check(String law, PotentialContract contract) {
    try {
      PotentialContract.class.getMethod(law).invoke(contract);
    } catch (InvocationTargetException thrown) {
      switch (thrown.getCause()) {
        case AssertionError failure -> throw failure;
        case RuntimeException exception -> throw exception;
        default -> throw new IllegalStateException(thrown.getCause());
      }
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
