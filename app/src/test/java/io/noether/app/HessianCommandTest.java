package io.noether.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.noether.app.console.Console;
import io.noether.core.Column;
import io.noether.core.io.ExtendedXyz;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code hessian} within this JVM, with a network that knows nothing. */
class HessianCommandTest {
  @TempDir
  private Path directory = Path.of("");

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @BeforeEach
  void write() {
    TinyModel.write(directory.resolve("model.safetensors"), 1);
    TinyData.molecules(directory.resolve("molecules.xyz"), 2);
  }

  @Test
  void modesAreListedWrittenAndDrawn() throws Exception {
    assertEquals(0, run("hessian", "--relax", "-o", in("modes.xyz"), "--plot", in("spectrum.png")), errors());
    String text = out.toString(StandardCharsets.UTF_8);
    for (String part : new String[] {"cm^-1", "THz", "moves as a whole", "motions as a whole", "zero-point energy"}) {
      assertTrue(text.contains(part), () -> part + " is missing: " + text);
    }
    var modes = ExtendedXyz.read(directory.resolve("modes.xyz"));
    assertEquals(18, modes.size());
    assertEquals(3, ((Column.Vectors) modes.getFirst().columns().get("displacement")).width());
    assertTrue(modes.getFirst().info().get("wavenumber_cm1").number().isPresent());
    assertTrue(ImageIO.read(directory.resolve("spectrum.png").toFile()).getWidth() > 600);
  }

  @Test
  void phononsAreTheSameAndJsonHasTheNumbers() throws Exception {
    assertEquals(0, run("phonons", "--relax", "--json"), errors());
    var json = new ObjectMapper().readTree(out.toString(StandardCharsets.UTF_8)).get("structures");
    assertEquals(2, json.size());
    var first = json.get(0);
    assertEquals(9, first.get("rigid_modes_cm1").size() + first.get("vibrations_cm1").size());
    assertTrue(first.get("fmax_ev_per_a").doubleValue() <= 1e-6);
    assertTrue(first.get("zero_point_energy_ev").doubleValue() >= 0);
    for (var wavenumber : first.get("rigid_modes_cm1")) {
      assertEquals(0, wavenumber.doubleValue(), 1);
    }
  }

  @Test
  void forcesThatAreLeftAreToldOf() {
    assertEquals(0, run("hessian"), errors());
    assertTrue(errors().lines().allMatch(line -> line.startsWith("noether: warning: ")), errors());
    assertTrue(errors().contains("frame 1") && errors().contains("no minimum") && errors().contains("--relax"),
        errors());
  }

  private String in(String name) {
    return directory.resolve(name).toString();
  }

  private int run(String command, String... options) {
    var console = new Console(new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8), false);
    String[] arguments = new String[options.length + 3];
    arguments[0] = command;
    arguments[1] = in("model.safetensors");
    arguments[2] = in("molecules.xyz");
    System.arraycopy(options, 0, arguments, 3, options.length);
    return Main.commandLine(console).execute(arguments);
  }

  private String errors() {
    return err.toString(StandardCharsets.UTF_8);
  }
}
