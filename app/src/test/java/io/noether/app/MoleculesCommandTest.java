package io.noether.app;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.noether.app.console.Console;
import io.noether.smiles.Smiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code noether molecules}, within this JVM. */
class MoleculesCommandTest {
  private static final String TINY = " --epochs 2 --channels 4 --latent 2 --encoder-layers 1 --decoder-layers 1"
      + " --batch-size 4 --threads 1";

  @TempDir
  private Path directory = Path.of("");

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @ParameterizedTest
  @ValueSource(
      strings = {"", "sing", "train", "train nowhere.smi", "train nowhere.smi -o m", "train x -o m --order 4",
          "train x -o m --channels 0", "train x -o m --latent none", "train x -o m --epochs 0",
          "train x -o m --time-limit soon", "train x -o m --time-limit none", "train x -o m --kl -1",
          "train x -o m --learning-rate 2", "train x -o m --decoder-layers -1", "train x -o m --batch-size 0",
          "train x -o /tmp", "sample", "sample nowhere.safetensors", "sample m -n 0", "sample m --rounds 0",
          "sample m --temperature 0",
          "sample m --picture page.jpg", "sample m --threads 0"})
  void wrongUsageIsOneLine(String options) {
    assertEquals(2, run(options), options);
    String errors = err.toString(StandardCharsets.UTF_8);
    assertEquals(1, errors.lines().count(), errors);
    assertTrue(errors.startsWith("noether: "), errors);
  }

  @Test
  void whatIsTrainedIsSampled() throws IOException {
    Path data = Files.writeString(directory.resolve("data.smi"), "7\nC\nCC\nCCO\nC=O\nCC#N\nC1CC1\nCOC\nCN\n");
    Path model = directory.resolve("model.safetensors");
    assertEquals(0, run("train " + data + " -o " + model + TINY), () -> err.toString(StandardCharsets.UTF_8));
    String said = out.toString(StandardCharsets.UTF_8);
    assertTrue(said.contains("8 molecules; skipped 1 (not SMILES)"), said);
    assertTrue(said.contains("atom types C N O"), said);

    Path names = directory.resolve("samples.smi");
    Path picture = directory.resolve("samples.png");
    String sampling = "sample " + model + " -n 300 --rounds 3 --seed 5 --threads 1 --json";
    out.reset();
    assertEquals(0, run(sampling + " --mask -o " + names + " --picture " + picture),
        () -> err.toString(StandardCharsets.UTF_8));
    var json = new ObjectMapper().readTree(out.toString(StandardCharsets.UTF_8));
    assertEquals(300, json.get("samples").asInt());
    assertTrue(json.get("mask").asBoolean());
    assertTrue(json.get("seconds").asDouble() > 0);
    double valid = json.get("valid").asDouble();
    var written = Files.readAllLines(names);
    assertEquals(written.size(), json.get("unique").asDouble() * valid * 300, 1e-9);
    var smiles = new Smiles();
    assertEquals(written, written.stream().map(name -> smiles.canonical(smiles.read(name))).distinct().toList());
    var known = Files.readAllLines(data).stream().skip(1).map(name -> smiles.canonical(smiles.read(name))).toList();
    long novel = written.stream().filter(name -> !known.contains(name)).count();
    assertEquals((double) novel / written.size(), json.get("novel").asDouble(), 1e-12);
    assertEquals(1280, ImageIO.read(picture.toFile()).getWidth(), "eight molecules in a row");

    out.reset();
    assertEquals(0, run(sampling), () -> err.toString(StandardCharsets.UTF_8));
    double without = new ObjectMapper().readTree(out.toString(StandardCharsets.UTF_8)).get("valid").asDouble();
    assertTrue(valid > without, () -> valid + " valid with the mask, " + without + " without");
  }

  @Test
  void aRunGoesOnWithItsOwnOptionsOnly() throws IOException {
    Path data = Files.writeString(directory.resolve("data.smi"), "C\nCC\nCCO\nC=O\nCC#N\nC1CC1\nCOC\nCN\n");
    Path model = directory.resolve("model.safetensors");
    String train = "train " + data + " -o " + model + TINY;
    assertEquals(2, run(train + " --resume"));
    assertTrue(err.toString(StandardCharsets.UTF_8).contains("model.checkpoint.safetensors: is not there"),
        err::toString);

    assertEquals(0, run(train), err::toString);
    byte[] trained = Files.readAllBytes(model);
    Files.delete(model);
    assertEquals(0, run(train + " --resume"), err::toString); // nothing is left to do
    assertTrue(out.toString(StandardCharsets.UTF_8).contains("going on after step 4"), out::toString);
    assertArrayEquals(trained, Files.readAllBytes(model));

    err.reset();
    assertEquals(2, run(train + " --resume --kl 0.1"));
    assertTrue(err.toString(StandardCharsets.UTF_8).contains("kl = 0.5, not 0.1"), err::toString);
    assertEquals(1, err.toString(StandardCharsets.UTF_8).lines().count(), err::toString);
  }

  @Test
  void otherFilesAreNoModels() throws IOException {
    Path file = Files.writeString(directory.resolve("model.safetensors"), "not a model at all");
    assertEquals(2, run("sample " + file));
    assertTrue(err.toString(StandardCharsets.UTF_8).contains("model.safetensors"), err::toString);
  }

  private int run(String options) {
    var outStream = new PrintStream(out, true, StandardCharsets.UTF_8);
    var errStream = new PrintStream(err, true, StandardCharsets.UTF_8);
    String all = "molecules " + options;
    return Main.commandLine(new Console(outStream, errStream, false)).execute(all.strip().split(" "));
  }
}
