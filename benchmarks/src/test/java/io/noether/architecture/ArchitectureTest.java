package io.noether.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What may depend on what, over all modules; the rules of {@code docs/architecture.md} as a test. */
class ArchitectureTest {
  private static final List<String> MODULES =
      List.of("autodiff", "core", "testkit", "dynamics", "nn", "imports", "graphs", "smiles", "examples", "app",
          "benchmarks");
  private static final JavaClasses CLASSES = new ClassFileImporter()
      .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("io.noether");

  /** Guards the other rules: a module missing from the class path would obey them all. */
  @Test
  void everyModuleIsLookedAt() {
    assertEquals(Set.copyOf(MODULES),
        packages().stream().map(p -> p.getName().split("\\.")[2]).collect(Collectors.toSet()));
  }

  @ParameterizedTest
  @CsvSource({"autodiff, ''", "core, ''", "testkit, core", "dynamics, core", "nn, autodiff core",
      "imports, autodiff core nn", "graphs, autodiff core nn", "smiles, autodiff core graphs",
      "examples, autodiff core dynamics nn",
      "app, autodiff core dynamics nn imports graphs smiles",
      "benchmarks, autodiff core dynamics nn imports graphs smiles app"})
  void modulesDependOneWay(String module, String allowed) {
    var forbidden = MODULES.stream().filter(m -> !m.equals(module) && !List.of(allowed.split(" ")).contains(m))
        .map(m -> "io.noether." + m + "..").toArray(String[]::new);
    if (forbidden.length > 0) {
      noClasses().that().resideInAPackage("io.noether." + module + "..")
          .should().dependOnClassesThat().resideInAnyPackage(forbidden).check(CLASSES);
    }
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching("io.noether.(**)").should().beFreeOfCycles().check(CLASSES);
  }

  /**
   * A JVM without the module must be able to load everything else. The one class of the engine that is compiled against it
   * asks how wide vectors are; kernels call the Vector API too, but their bytecode is written at run time by
   * {@code io.noether.autodiff.emit}, where this test cannot see it. The loop that measures the machine's peak is no
   * kernel of ours and has a plain twin too.
   */
  @Test
  void onlyTheEmitterUsesTheVectorModule() {
    noClasses().that().doNotHaveFullyQualifiedName("io.noether.autodiff.emit.PreferredSpecies")
        .and().doNotHaveFullyQualifiedName("io.noether.benchmarks.measure.VectorFmaLoop")
        .should().dependOnClassesThat().resideInAPackage("jdk.incubator.vector..").check(CLASSES);
  }

  @Test
  void onlyProgramsPrint() {
    noClasses().that().resideOutsideOfPackages("io.noether.app..", "io.noether.benchmarks..", "io.noether.examples..")
        .should(ACCESS_STANDARD_STREAMS).check(CLASSES);
  }

  @Test
  void nobodyUsesJavaUtilLogging() {
    noClasses().should().dependOnClassesThat().resideInAPackage("java.util.logging..").check(CLASSES);
  }

  @Test
  void nobodyUsesReflection() {
    noClasses().that().resideOutsideOfPackage("io.noether.benchmarks..")
        .and().doNotHaveFullyQualifiedName("io.noether.testkit.Laws") // finds the tests of contracts, as JUnit does
        .should().dependOnClassesThat().resideInAPackage("java.lang.reflect..")
        .orShould().callMethod(Class.class, "forName", String.class).check(CLASSES);
  }

  @Test
  void staticStateIsFinal() {
    fields().that().areStatic().and().areDeclaredInClassesThat().resideOutsideOfPackage("io.noether.benchmarks..")
        .should().beFinal().check(CLASSES);
  }

  @Test
  void noClassIsNamedUtils() {
    noClasses().should().haveSimpleNameEndingWith("Utils").check(CLASSES);
  }

  @Test
  void everyPackageIsNullMarked() {
    assertEquals(List.of(), packages().stream().filter(p -> !p.isAnnotatedWith(NullMarked.class))
        .map(JavaPackage::getName).filter(n -> !n.endsWith(".jmh_generated")).sorted().toList());
  }

  private static Set<JavaPackage> packages() {
    return CLASSES.stream().map(JavaClass::getPackage).collect(Collectors.toSet());
  }
}
