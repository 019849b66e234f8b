package io.noether.documentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every Java program in the README runs as it stands and prints what the README says it prints. */
class ReadmeTest {
  private static final Pattern PROGRAM = Pattern.compile("```java\n(.*?)```\\s*```text\n(.*?)```", Pattern.DOTALL);
  private static final Path README = Path.of("..", "README.md");

  @TempDir
  private Path folder;

  private record Program(String source, String output) {}

  @Test
  void programsPrintWhatIsSaid() throws IOException, InterruptedException {
    List<Program> programs = programs();
    assertFalse(programs.isEmpty(), "the README shows no program");
    for (Program program : programs) {
      assertEquals(program.output().strip(), run(program.source()).strip());
    }
  }

  @Test
  void filesThatAreNamedExist() throws IOException {
    var links = Pattern.compile("\\]\\((?!http)([^)#]+)\\)").matcher(Files.readString(README));
    while (links.find()) {
      assertTrue(Files.exists(README.resolveSibling(links.group(1))), links.group(1) + " is not there");
    }
  }

  private static List<Program> programs() throws IOException {
    var programs = new ArrayList<Program>();
    var blocks = PROGRAM.matcher(Files.readString(README));
    while (blocks.find()) {
      programs.add(new Program(blocks.group(1), blocks.group(2)));
    }
    return programs;
  }

  /** As a user would: {@code java Program.java} with the library on the class path. */
  private String run(String source) throws IOException, InterruptedException {
    Path file = Files.writeString(folder.resolve("Program.java"), source);
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    var builder = new ProcessBuilder(java.toString(), "--class-path", System.getProperty("java.class.path"),
        "--add-modules", "jdk.incubator.vector", file.toString());
    Path errors = folder.resolve("errors.txt");
    Process process = builder.redirectError(errors.toFile()).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), () -> "the program fails:\n" + read(errors));
    return output;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return e.toString();
    }
  }
}
