package io.noether.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.noether.core.InputException;
import io.noether.imports.files.Pickle;
import io.noether.imports.files.TorchZip;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Files that are made to hurt, as a user would import them: one line, nothing executed, no memory to speak of. */
class HostileFilesTest {
  private static final byte[] NOTHING = Pickle.protocol(2).op("}").stop();

  @TempDir
  private Path folder = Path.of("");

  @Test
  void aPickleThatCallsTheShell() {
    Path trace = folder.resolve("executed");
    byte[] pickle = Pickle.protocol(2).global("os", "system").text("touch " + trace).raw(0x85).op("R").stop();
    refused(new TorchZip().add("m/data.pkl", pickle).write(folder.resolve("best_model")), "os.system");
    assertFalse(Files.exists(trace));
  }

  /** 256 kB that unfold to 256 MB. */
  @Test
  void aZipBomb() {
    var zip = new TorchZip().add("m/data.pkl", NOTHING);
    for (int k = 0; k < 4; k++) {
      zip.add("m/data/" + k, new byte[64 << 20]);
    }
    refused(zip.write(folder.resolve("bomb"), ZipEntry.DEFLATED), "compressed");
  }

  static Stream<Arguments> archives() {
    var good = new TorchZip().add("m/data.pkl", NOTHING);
    return Stream.of(
        arguments("no pickle", new TorchZip().add("m/data", NOTHING), "0 entries FOLDER/data.pkl"),
        arguments("two folders", new TorchZip().add("a/data.pkl", NOTHING).add("b/data.pkl", NOTHING), "2 entries"),
        arguments("a way out", good.add("m/../../etc/passwd", NOTHING), "outside the archive"),
        arguments("a way to the root", new TorchZip().add("/data.pkl", NOTHING), "outside the archive"),
        arguments("TorchScript", new TorchZip().add("m/data.pkl", NOTHING).add("m/constants.pkl", NOTHING),
            "TorchScript"),
        arguments("the other byte order", new TorchZip().add("m/data.pkl", NOTHING)
            .add("m/byteorder", "big".getBytes(StandardCharsets.UTF_8)), "'big'"),
        arguments("a large pickle", new TorchZip().add("m/data.pkl", new byte[(512 << 10) + 1]),
            "more than 524,288"),
        arguments("tensors alone", new TorchZip().add("m/data.pkl", NOTHING), "no network of SchNetPack"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("archives")
  void archivesThatTorchDoesNotWrite(String what, TorchZip zip, String said) {
    refused(zip.write(folder.resolve("file")), said);
  }

  @Test
  void noZipAtAll() throws IOException {
    refused(Files.writeString(folder.resolve("text"), "once upon a time"), "not a file of torch.save");
    refused(Files.write(folder.resolve("empty"), new byte[0]), "not a file of torch.save");
    refused(folder.resolve("nowhere"), "no such file");
  }

  /** The same name twice, an encrypted entry, an entry larger than the file, two that share their bytes. */
  @Test
  void aTableOfContentsThatLies() throws IOException {
    Path file = new TorchZip().add("m/data.pkl", NOTHING).add("m/data.pkk", NOTHING).write(folder.resolve("a"));
    byte[] bytes = Files.readAllBytes(file);
    refused(edited(bytes, "m/data.pkk", "m/data.pkl"), "twice");
    int second = lastHeader(bytes);
    refused(patched(bytes, second + 8, 1), ""); // the flag of encryption
    refused(patched(bytes, second + 20, Integer.MAX_VALUE, Integer.MAX_VALUE), ""); // both sizes
    refused(patched(bytes, second + 20, bytes.length, bytes.length), "overlaps another"); // both sizes again
    refused(patched(bytes, second + 42, Integer.MAX_VALUE), ""); // its place
    refused(patched(bytes, bytes.length - 10, Integer.MAX_VALUE), ""); // the table's length
  }

  @Test
  void aTensorThatIsNotThere() {
    refused(module("5", 3, new TorchZip()), "m/data/5", "missing");
    refused(module("../../etc/passwd", 3, new TorchZip()), "missing");
    refused(module("5", 3, new TorchZip().add("m/data/5", new byte[8])), "needs 3 numbers", "8 bytes");
    refused(module("5", 3, new TorchZip().add("m/data/5", new byte[13])), "needs 3 numbers");
    byte[] nan = ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN).putFloat(1).putFloat(Float.NaN).array();
    refused(module("5", 3, new TorchZip().add("m/data/5", nan)), "NaN");
  }

  /** A dictionary of matgl's with the first tensor that is asked for. */
  private Path module(String key, int count, TorchZip zip) {
    Path model = folder.resolve("model-" + count + key.length() + zip.hashCode());
    try {
      Files.createDirectories(model);
      Files.writeString(model.resolve("model.json"), MatglConfigTest.JSON);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
    byte[] pickle = Pickle.protocol(2).op("}").text("model.bond_expansion.rbf.cutoff").tensor(key, count, 0, count, 1)
        .op("s").stop();
    zip.add("m/data.pkl", pickle).write(model.resolve("state.pt"));
    return model;
  }

  @Test
  void checksumsAreChecked() throws IOException {
    Path file = new TorchZip().add("m/data.pkl", NOTHING).write(folder.resolve("sum"));
    refused(edited(Files.readAllBytes(file), new String(NOTHING, StandardCharsets.ISO_8859_1), "\u0080\u0002N."),
        "checksum");
  }

  /** Sparse files: they cost nothing here, and must cost nothing to refuse. */
  @Test
  void filesOfAGigabyteAreNotRead() throws IOException {
    Path model = Files.createDirectory(folder.resolve("huge"));
    for (String name : List.of("model.json", "best_model")) {
      try (var sparse = new RandomAccessFile(model.resolve(name).toFile(), "rw")) {
        sparse.setLength(1L << 30);
      }
    }
    refused(model, "1,073,741,824 bytes");
    refused(model.resolve("best_model"), "1,073,741,824 bytes");
  }

  @Test
  void jsonOfGreatDepth() throws IOException {
    Path model = Files.createDirectory(folder.resolve("deep"));
    for (String json : List.of("[".repeat(1_000_000), "{\"a\":".repeat(150_000), "\"" + "a".repeat(1_000_000))) {
      Files.writeString(model.resolve("model.json"), json);
      refused(model, "model.json");
    }
  }

  private void refused(Path file, String... said) {
    String message =
        assertThrows(InputException.class, () -> ModelImport.read(file, ImportOptions.NONE)).getMessage();
    assertTrue(message.startsWith(file.toString()), message);
    for (String part : said) {
      assertTrue(message.contains(part), () -> "'" + part + "' is not said in " + message);
    }
    assertTrue(message.length() < 600, message);
    assertEquals(1, message.lines().count());
  }

  private Path edited(byte[] bytes, String from, String to) throws IOException {
    String text = new String(bytes, StandardCharsets.ISO_8859_1);
    assertTrue(text.contains(from) && from.length() == to.length(), text);
    return Files.write(folder.resolve("edited"), text.replace(from, to).getBytes(StandardCharsets.ISO_8859_1));
  }

  private Path patched(byte[] bytes, int at, int... numbers) throws IOException {
    var copy = ByteBuffer.wrap(bytes.clone()).order(ByteOrder.LITTLE_ENDIAN).position(at);
    for (int number : numbers) {
      copy.putInt(number);
    }
    return Files.write(folder.resolve("patched"), copy.array());
  }

  /** Where the last entry of the zip's table of contents begins. */
  private static int lastHeader(byte[] bytes) {
    return new String(bytes, StandardCharsets.ISO_8859_1).lastIndexOf("PK\u0001\u0002");
  }
}
