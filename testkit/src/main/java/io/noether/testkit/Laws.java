package io.noether.testkit;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;

/** Runs the laws of the contracts one by one outside a test run, to see which of them a potential breaks. */
public final class Laws {
  private Laws() {}

  /** The names of all laws: the test methods of {@link PotentialContract} and the contracts it is made of. */
  public static Set<String> all() {
    return methods().stream().map(Method::getName).collect(Collectors.toCollection(TreeSet::new));
  }

  /** The names of the laws that a potential breaks. */
  public static Set<String> broken(PotentialContract contract) {
    var broken = new TreeSet<String>();
    for (Method law : methods()) {
      try {
        ReflectionSupport.invokeMethod(law, contract);
      } catch (AssertionError failure) {
        broken.add(law.getName());
      }
    }
    return broken;
  }

  /**
   * Checks one law.
   *
   * @throws AssertionError if the potential breaks it
   * @throws IllegalArgumentException if there is no law of that name
   */
  public static void check(String law, PotentialContract contract) {
    Method method = methods().stream().filter(m -> m.getName().equals(law)).findFirst()
        .orElseThrow(() -> new IllegalArgumentException("there is no law called '" + law + "'; there are " + all()));
    ReflectionSupport.invokeMethod(method, contract);
  }

  private static List<Method> methods() {
    return ReflectionSupport.findMethods(PotentialContract.class, m -> AnnotationSupport.isAnnotated(m, Test.class),
        HierarchyTraversalMode.TOP_DOWN);
  }
}
