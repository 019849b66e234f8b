package io.noether.launcher;

import io.noether.app.TinyData;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Model files that are not what they should be, loaded with little memory. */
class BadModelIT {
  @TempDir
  private static Path directory = Path.of("");

  private static byte[] good = {};

  @BeforeAll
  static void train() throws IOException {
    TinyData.molecules(directory.resolve("train.xyz"), 4);
    new Launcher(directory).run(Stream.concat(Stream.of("train", "train.xyz", "--epochs", "1", "--out", "run"),
        TinyData.SMALL.stream()).toArray(String[]::new)).ok();
    good = Files.readAllBytes(directory.resolve("run/model.safetensors"));
  }

  @Test
  void missing() {
    predict("nowhere.safetensors").failed(2, "nowhere.safetensors", "no such file");
  }

  @Test
  void cutOffInTheNumbers() throws IOException {
    write("cut.safetensors", Arrays.copyOf(good, good.length - 10));
    predict("cut.safetensors").failed(2, "cut.safetensors");
  }

  @Test
  void cutOffInTheHeader() throws IOException {
    write("short.safetensors", Arrays.copyOf(good, 100));
    predict("short.safetensors").failed(2, "short.safetensors", "truncated");
  }

  @Test
  void empty() throws IOException {
    write("empty.safetensors", new byte[0]);
    predict("empty.safetensors").failed(2, "empty.safetensors", "truncated");
  }

  @Test
  void aHeaderThatClaimsAllMemoryThereIs() throws IOException {
    var bytes = good.clone();
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putLong(Long.MAX_VALUE);
    write("huge.safetensors", bytes);
    predict("huge.safetensors").failed(2, "huge.safetensors", "header claims");
  }

  @Test
  void aTensorThatClaimsAllMemoryThereIs() throws IOException {
    write("wide.safetensors", withHeader("\"shape\":[8,8]", "\"shape\":[2000000000,2000000000]"));
    predict("wide.safetensors").failed(2, "wide.safetensors");
  }

  @Test
  void aModelThatClaimsAllMemoryThereIs() throws IOException {
    write("many.safetensors", withHeader("\"model.features\":\"8\"", "\"model.features\":\"4096\""));
    predict("many.safetensors").failed(2, "many.safetensors", "tensor");
  }

  @Test
  void aHeaderThatIsNoJson() throws IOException {
    write("broken.safetensors", withHeader("\"format\":\"noether\"", "\"format\":\"noether"));
    predict("broken.safetensors").failed(2, "broken.safetensors", "header");
  }

  @Test
  void aModelOfSomebodyElse() throws IOException {
    write("other.safetensors", withHeader("\"format\":\"noether\"", "\"format\":\"pt\""));
    predict("other.safetensors").failed(2, "other.safetensors", "not a Noether model");
  }

  @Test
  void aModelOfTheFuture() throws IOException {
    write("future.safetensors", withHeader("\"format_version\":\"1.0\"", "\"format_version\":\"9.0\""));
    predict("future.safetensors").failed(2, "future.safetensors", "9.0", "newer");
  }

  @Test
  void aNumberThatIsNone() throws IOException {
    var bytes = good.clone();
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(bytes.length - 4, 0x7fc00000);
    write("nan.safetensors", bytes);
    predict("nan.safetensors").failed(2, "nan.safetensors", "tensor", "NaN");
  }

  /** Replaces text in the header and corrects its length. */
  private static byte[] withHeader(String from, String to) {
    int length = (int) ByteBuffer.wrap(good).order(ByteOrder.LITTLE_ENDIAN).getLong();
    String header = new String(good, Long.BYTES, length, StandardCharsets.UTF_8);
    if (!header.contains(from)) {
      throw new IllegalStateException(from + " is not in " + header);
    }
    byte[] changed = header.replace(from, to).getBytes(StandardCharsets.UTF_8);
    var bytes = ByteBuffer.allocate(good.length - length + changed.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putLong(changed.length).put(changed).put(good, Long.BYTES + length, good.length - Long.BYTES - length);
    return bytes.array();
  }

  private static void write(String name, byte[] bytes) throws IOException {
    Files.write(directory.resolve(name), bytes);
  }

  private static Launcher.Result predict(String model) {
    return new Launcher(directory, Map.of("NOETHER_JAVA_OPTS", "-Xmx64m")).run("predict", model, "train.xyz", "-o",
        "p.xyz");
  }
}
