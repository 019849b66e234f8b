package io.noether.documentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every Java block of the README and of the pages in {@code docs} compiles and runs as it stands. The blocks of a page
 * follow each other: they share a folder for their files, and later ones use the classes of earlier ones. A block that is
 * followed by a block of text prints that text.
 */
class DocumentationTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final Pattern LINK = Pattern.compile("\\]\\((?!http)([^)#]+)\\)");

  @TempDir
  private Path folder;

  private static List<Path> pages() throws IOException {
    try (var docs = Files.list(ROOT.resolve("docs"))) {
      return Stream.concat(Stream.of("README.md", "CONTRIBUTING.md", "SECURITY.md").map(ROOT::resolve),
          docs.filter(p -> p.toString().endsWith(".md")).sorted()).toList();
    }
  }

  private static List<Path> pagesWithJava() throws IOException {
    return pages().stream().filter(page -> !Snippet.of(page).isEmpty()).toList();
  }

  @ParameterizedTest
  @MethodSource("pagesWithJava")
  void programsRunAndPrintWhatIsSaid(Path page) throws IOException, InterruptedException {
    copyData();
    var workshop = new Workshop(folder);
    for (Snippet snippet : Snippet.of(page)) {
      String printed = workshop.run(snippet);
      snippet.output().ifPresent(output -> assertEquals(output.strip(), printed.strip(), snippet::toString));
    }
  }

  /** Pages name the demonstration set as a checkout has it. */
  private void copyData() throws IOException {
    Path copy = Files.createDirectory(folder.resolve("data"));
    for (String file : List.of("ethanol-train.extxyz", "ethanol-test.extxyz")) {
      Files.copy(ROOT.resolve("data").resolve(file), copy.resolve(file));
    }
  }

  @ParameterizedTest
  @MethodSource("pages")
  void filesThatAreNamedExist(Path page) throws IOException {
    var links = LINK.matcher(Files.readString(page));
    while (links.find()) {
      assertTrue(Files.exists(page.resolveSibling(links.group(1))), links.group(1) + " is not there");
    }
  }
}
