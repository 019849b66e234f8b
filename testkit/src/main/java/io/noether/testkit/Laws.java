package io.noether.testkit;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;
import org.opentest4j.TestAbortedException;

/**
 * Runs the laws of contracts one by one outside a test run, to see which of them a potential breaks. A law is a test
 * method of {@link PotentialContract}, of one of the contracts that it is made of, or of {@link HessianContract}.
 */
public final class Laws {
  /**
   * What became of the laws of a contract.
   *
   * @param broken the names of the laws that the potential breaks
   * @param skipped the names of the laws that do not apply to the potential, each with the reason
   */
  public record Verdict(Set<String> broken, Map<String, String> skipped) {}

  private Laws() {}

  /** The names of the laws of a contract, {@code PotentialContract.class} for example. */
  public static Set<String> of(Class<? extends PotentialUnderTest> contract) {
    return methods(contract).stream().map(Method::getName).collect(Collectors.toCollection(TreeSet::new));
  }

  /** Puts a potential under all laws of the contracts that its test implements. */
  public static Verdict judge(PotentialUnderTest contract) {
    var broken = new TreeSet<String>();
    var skipped = new TreeMap<String, String>();
    for (Method law : methods(contract.getClass())) {
      try {
        ReflectionSupport.invokeMethod(law, contract);
      } catch (AssertionError failure) {
        broken.add(law.getName());
      } catch (TestAbortedException reason) {
        skipped.put(law.getName(), String.valueOf(reason.getMessage()));
      }
    }
    return new Verdict(broken, skipped);
  }

  /** The names of the laws that a potential breaks. */
  public static Set<String> broken(PotentialUnderTest contract) {
    return judge(contract).broken();
  }

  /**
   * Checks one law.
   *
   * @throws AssertionError if the potential breaks it
   * @throws TestAbortedException if it does not apply to the potential
   * @throws IllegalArgumentException if the contract has no law of that name
   */
  public static void check(String law, PotentialUnderTest contract) {
    Method method = methods(contract.getClass()).stream().filter(m -> m.getName().equals(law)).findFirst()
        .orElseThrow(() -> new IllegalArgumentException(
            "there is no law called '" + law + "'; there are " + of(contract.getClass())));
    ReflectionSupport.invokeMethod(method, contract);
  }

  /** Test methods of contracts; those that a test class adds are its own. */
  private static List<Method> methods(Class<? extends PotentialUnderTest> contract) {
    return ReflectionSupport.findMethods(contract,
        m -> m.getDeclaringClass().isInterface() && AnnotationSupport.isAnnotated(m, Test.class),
        HierarchyTraversalMode.TOP_DOWN);
  }
}
