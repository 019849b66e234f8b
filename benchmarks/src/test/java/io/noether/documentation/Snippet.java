package io.noether.documentation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A block of Java in a page.
 *
 * @param page where it stands, with its place among the blocks
 * @param name of the class that it declares, or that the JVM makes of a file without one
 * @param output what it prints, if the page says so
 */
record Snippet(String page, String name, String source, Optional<String> output) {
  private static final Pattern BLOCK = Pattern.compile("```java\n(.*?)```(?:\\s*```text\n(.*?)```)?", Pattern.DOTALL);
  private static final Pattern TYPE =
      Pattern.compile("^(?:public )?(?:final )?(?:class|record|interface) (\\w+)", Pattern.MULTILINE);
  private static final Pattern TESTS = Pattern.compile("implements \\w+Contract|@Test|@Property");
  private static final Pattern MAIN = Pattern.compile("void main\\(");

  /** The blocks of a page, in its order. */
  static List<Snippet> of(Path page) {
    var snippets = new ArrayList<Snippet>();
    var blocks = BLOCK.matcher(read(page));
    while (blocks.find()) {
      String source = blocks.group(1);
      String place = page.getFileName() + ", Java block " + (snippets.size() + 1);
      boolean compact = source.lines().anyMatch(line -> line.startsWith("void main("));
      var type = TYPE.matcher(source);
      String name = !compact && type.find() ? type.group(1) : "Block" + (snippets.size() + 1);
      snippets.add(new Snippet(place, name, source, Optional.ofNullable(blocks.group(2))));
    }
    return snippets;
  }

  /** Whether it is a class of tests. */
  boolean isTest() {
    return TESTS.matcher(source).find() && !isProgram();
  }

  /** Whether it can be started. */
  boolean isProgram() {
    return MAIN.matcher(source).find();
  }

  @Override
  public String toString() {
    return page + " (" + name + ")";
  }

  private static String read(Path page) {
    try {
      return Files.readString(page);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
