package io.noether.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No module, package or file grows so large that a newcomer cannot read it in one sitting. */
class HouseTest {
  private static final Path ROOT = Path.of("..");
  private static final int MOST_TYPES = 25;
  private static final int MOST_LINES = 400;
  private static final double LARGEST_SHARE = 0.26;

  private record Source(String module, Path folder, Path file, long lines) {}

  private final List<Source> sources = sources();

  /** Guards the other rules: with no sources to look at, they would all hold. */
  @Test
  void thereAreSources() {
    assertTrue(sources.size() > 400, () -> sources.size() + " files");
  }

  @Test
  void noModuleIsMostOfTheHouse() {
    Map<String, Long> lines =
        sources.stream().collect(Collectors.groupingBy(Source::module, Collectors.summingLong(Source::lines)));
    double all = lines.values().stream().mapToLong(Long::longValue).sum();
    lines.forEach((module, n) -> assertFalse(n > LARGEST_SHARE * all,
        () -> "%s has %d of %.0f lines: more than %.0f %%".formatted(module, n, all, 100 * LARGEST_SHARE)));
  }

  @Test
  void packagesHoldFewTypes() {
    Map<Path, Long> types = sources.stream().collect(Collectors.groupingBy(Source::folder, Collectors.counting()));
    assertEquals(Map.of(), types.entrySet().stream().filter(e -> e.getValue() > MOST_TYPES)
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  @Test
  void filesAreShort() {
    assertEquals(List.of(), sources.stream().filter(s -> s.lines() > MOST_LINES).toList());
  }

  private static List<Source> sources() {
    try (Stream<Path> modules = Files.list(ROOT)) {
      return modules.filter(m -> Files.exists(m.resolve("pom.xml"))).map(m -> m.resolve("src/main/java"))
          .filter(Files::exists).flatMap(HouseTest::sources).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<Source> sources(Path root) {
    String module = root.getName(1).toString();
    try (Stream<Path> files = Files.walk(root)) {
      return files.filter(f -> f.toString().endsWith(".java") && !f.endsWith("package-info.java"))
          .map(f -> new Source(module, f.getParent(), f, lines(f))).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static long lines(Path file) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
