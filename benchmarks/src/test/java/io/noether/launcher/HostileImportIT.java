package io.noether.launcher;

import static org.junit.jupiter.api.Assertions.assertFalse;

import io.noether.app.TinyData;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files made to hurt, imported as a user would, with little memory: one line, and nothing executed. */
class HostileImportIT {
  @TempDir
  private Path directory = Path.of("");

  @Test
  void aPickleThatCallsTheShell() throws IOException {
    byte[] pickle = "\u0080\u0002cos\nsystem\nU\rtouch executed\u0085R.".getBytes(StandardCharsets.ISO_8859_1);
    zip("best_model", ZipEntry.STORED, "m/data.pkl", pickle);
    importing("best_model").failed(2, "best_model", "os.system", "nothing was executed");
    assertFalse(Files.exists(directory.resolve("executed")));
  }

  @Test
  void aZipBomb() throws IOException {
    zip("bomb", ZipEntry.DEFLATED, "m/data.pkl", new byte[256 << 20]);
    importing("bomb").failed(2, "bomb", "compressed");
  }

  @Test
  void aTensorBeyondTheFile() throws IOException {
    byte[] header = "{\"t\":{\"dtype\":\"F32\",\"shape\":[1000000000],\"data_offsets\":[0,4000000000]}}"
        .getBytes(StandardCharsets.UTF_8);
    Files.write(directory.resolve("beyond.safetensors"), ByteBuffer.allocate(8 + header.length)
        .order(ByteOrder.LITTLE_ENDIAN).putLong(header.length).put(header).array());
    TinyData.write(directory.resolve("mapping.json"), """
        {"architecture": "painn", "elements": ["H"], "hyper_parameters": {"features": 2, "interactions": 1,
        "radial_functions": 3, "cutoff": 4, "radial_basis": "gaussian", "cutoff_function": "cosine"},
        "tensors": {"painn.energy.1.weight": "t"}}
        """);
    launcher().run("import", "beyond.safetensors", "--mapping", "mapping.json", "-o", "out.safetensors")
        .failed(2, "beyond.safetensors", "tensor 't'", "outside");
  }

  @Test
  void jsonOfAGigabyte() throws IOException {
    Path model = Files.createDirectory(directory.resolve("model"));
    try (var file = new RandomAccessFile(model.resolve("model.json").toFile(), "rw")) {
      file.write("[".repeat(1_000_000).getBytes(StandardCharsets.UTF_8));
      importing("model").failed(2, "model.json", "deeper");
      file.setLength(1L << 30); // sparse
      importing("model").failed(2, "model.json", "1,073,741,824 bytes");
    }
  }

  private Launcher.Result importing(String source) {
    var result = launcher().run("import", source, "-o", "out.safetensors");
    assertFalse(Files.exists(directory.resolve("out.safetensors")));
    return result;
  }

  private Launcher launcher() {
    return new Launcher(directory, Map.of("NOETHER_JAVA_OPTS", "-Xmx64m"));
  }

  private void zip(String file, int method, String name, byte[] bytes) throws IOException {
    try (var zip = new ZipOutputStream(Files.newOutputStream(directory.resolve(file)))) {
      var entry = new ZipEntry(name);
      entry.setMethod(method);
      var sum = new CRC32();
      sum.update(bytes);
      entry.setSize(bytes.length);
      entry.setCrc(sum.getValue());
      zip.putNextEntry(entry);
      zip.write(bytes);
      zip.closeEntry();
    }
  }
}
