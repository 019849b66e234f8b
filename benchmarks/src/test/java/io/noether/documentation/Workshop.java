package io.noether.documentation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** A user's folder: snippets are compiled and run in it, with the library on the class path. */
final class Workshop {
  private final Path folder;
  private final Path classes;
  private final String classPath;

  Workshop(Path folder) throws IOException {
    this.folder = folder;
    classes = Files.createDirectory(folder.resolve("classes"));
    classPath = classes + File.pathSeparator + System.getProperty("java.class.path");
  }

  /** Compiles a snippet, starts it if it is a program, puts it to JUnit if it is a test; what it printed. */
  String run(Snippet snippet) throws IOException, InterruptedException {
    compile(snippet);
    if (snippet.isProgram()) {
      return start(snippet);
    }
    if (snippet.isTest()) {
      test(snippet);
    }
    return "";
  }

  private void compile(Snippet snippet) throws IOException {
    Path file = Files.writeString(folder.resolve(snippet.name() + ".java"), snippet.source());
    var messages = new StringWriter();
    var compiler = ToolProvider.getSystemJavaCompiler();
    try (var files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
      var options = List.of("-d", classes.toString(), "--class-path", classPath, "-Xlint:all,-processing", "-Werror");
      boolean compiled = compiler.getTask(messages, files, null, options, null, files.getJavaFileObjects(file)).call();
      assertTrue(compiled, () -> snippet + " does not compile:\n" + messages);
    }
  }

  private String start(Snippet snippet) throws IOException, InterruptedException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    Path errors = folder.resolve("errors.txt");
    Process process = new ProcessBuilder(java.toString(), "--class-path", classPath, "--add-modules",
        "jdk.incubator.vector", snippet.name()).directory(folder.toFile()).redirectError(errors.toFile()).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    String problems = Files.readString(errors);
    assertEquals(0, process.waitFor(), () -> snippet + " fails:\n" + output + problems);
    return output;
  }

  private void test(Snippet snippet) throws IOException {
    try (var loader = new URLClassLoader(new URL[] {classes.toUri().toURL()})) {
      var summary = new SummaryGeneratingListener();
      var request = LauncherDiscoveryRequestBuilder.request().selectors(selectClass(loader, snippet.name())).build();
      LauncherFactory.create().execute(request, summary);
      String failures = summary.getSummary().getFailures().stream()
          .map(f -> f.getTestIdentifier().getDisplayName() + ": " + f.getException())
          .collect(Collectors.joining("\n"));
      assertEquals("", failures, snippet::toString);
      assertTrue(summary.getSummary().getTestsSucceededCount() > 0, () -> snippet + " has no test that ran");
    }
  }
}
