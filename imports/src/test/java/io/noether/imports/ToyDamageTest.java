package io.noether.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.noether.core.InputException;
import io.noether.imports.files.TorchZip;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that would be imported if they were not cut short, tampered with, or of a network that is not known. */
class ToyDamageTest {
  private static final String PICKLE = "best_model/data.pkl";

  @TempDir
  private Path folder = Path.of("");

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.01, 0.1, 0.3, 0.5, 0.7, 0.9, 0.99, 0.9999})
  void aFileThatWasNotCopiedToItsEnd(double part) throws IOException {
    for (Path file : new Path[] {ToySchNetPack.USUAL.write(folder), ToyMatgl.write(folder).resolve("state.pt")}) {
      byte[] bytes = Files.readAllBytes(file);
      Files.write(file, Arrays.copyOf(bytes, (int) (part * bytes.length)));
    }
    refused(folder.resolve("best_model"), "best_model");
    refused(folder, "state.pt");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.01, 0.2, 0.4, 0.6, 0.8, 0.9999})
  void aPickleThatEndsEarly(double part) {
    refused(changed(pickle -> Arrays.copyOf(pickle, (int) (part * pickle.length))), "its pickle", "damaged");
  }

  @ParameterizedTest
  @ValueSource(ints = {0xff, 0x99, 0x01, '2', '0', 'o', 0x82})
  void aPickleWithAnotherInstruction(int code) {
    refused(changed(pickle -> {
      pickle[pickle.length - 1] = (byte) code;
      return pickle;
    }), "asks for ", "nothing was executed");
  }

  static Stream<Arguments> modules() {
    return Stream.of(
        arguments("schnetpack.nn.base\nDense", "schnetpack.nn.base\nDenze", "schnetpack.nn.base.Denze"),
        arguments("schnetpack.representation.painn\nPaiNN\n", "schnetpack.representation.painn\nPaiNO\n",
            "schnetpack.representation.painn.PaiNO"),
        arguments("schnetpack.transform.casting\nCastTo64", "antigravity_transform_casting\nCastTo64",
            "nothing was executed"));
  }

  @ParameterizedTest
  @MethodSource("modules")
  void aModuleThatIsNotKnown(String from, String to, String said) {
    Path file = ToySchNetPack.USUAL.write(folder);
    refused(TorchZip.of(file).replace(PICKLE, from, to).write(file), said);
  }

  @Test
  void aModuleMore() {
    var network = ToySchNetPack.USUAL.module().child("charges", new ToyModule("schnetpack.atomistic.Charges"));
    refused(TorchSave.of("best_model", network).write(folder.resolve("more")), "charges",
        "schnetpack.atomistic.Charges");
  }

  @Test
  void numbersThatAreMissingOrTooFew() {
    Path file = ToySchNetPack.USUAL.write(folder);
    refused(TorchZip.of(file).change("best_model/data/6", bytes -> Arrays.copyOf(bytes, bytes.length - 4)).write(file),
        "filter_net.weight", "best_model/data/6");
    refused(TorchZip.of(ToySchNetPack.USUAL.write(folder)).remove("best_model/data/6").write(file),
        "best_model/data/6", "missing");
  }

  static Stream<Arguments> dictionaries() {
    String linear = "model.linear.weight";
    return Stream.of(arguments("a tensor less", edit(state -> state.remove(linear)), "has no tensor '" + linear + "'"),
        arguments("a tensor more", edit(state -> state.put("model.charges.weight", ToyTensor.single(new double[1], 1))),
            "has the tensor 'model.charges.weight'"),
        arguments("another shape", edit(state -> state.put(linear, ToyTensor.single(new double[36], 6, 6))), linear),
        arguments("not a number", edit(state -> state.put("model.linear.bias",
            ToyTensor.single(new double[] {0, 0, Double.NaN, 0, 0, 0}, 6))), "model.linear.bias' has NaN"),
        arguments("another cutoff", edit(state -> state.put("model.bond_expansion.rbf.cutoff",
            ToyTensor.single(new double[] {4}))), "not of one model"),
        arguments("other references", edit(state -> state.put("element_refs.property_offset",
            ToyTensor.single(new double[] {-14.5, -3.25, 2}, 3))), "not of one model"));
  }

  private static Map<String, ToyTensor> edit(Consumer<Map<String, ToyTensor>> edit) {
    var state = new LinkedHashMap<>(ToyMatgl.state());
    edit.accept(state);
    return state;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("dictionaries")
  void aDictionaryOfAnotherNetwork(String what, Map<String, ToyTensor> state, String said) {
    refused(ToyMatgl.write(folder, state), said);
  }

  /** Anywhere in the file, numbers included: checksums see it, or it is refused for what it says. */
  @Test
  void bytesThatAreChangedAtRandom() throws IOException {
    Path file = ToySchNetPack.USUAL.write(folder);
    byte[] good = Files.readAllBytes(file);
    var random = new Random(5);
    int refused = 0;
    for (int k = 0; k < 300; k++) {
      byte[] bytes = good.clone();
      for (int changes = random.nextInt(1, 4); changes > 0; changes--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      Files.write(file, bytes);
      try {
        ModelImport.read(file, ImportOptions.NONE);
      } catch (InputException e) {
        assertEquals(1, e.getMessage().lines().count(), e.getMessage());
        assertTrue(e.getMessage().startsWith(file.toString()), e.getMessage());
        refused++;
      }
    }
    assertTrue(refused > 250, refused + " of 300 were refused; the others changed nothing that is read");
  }

  private Path changed(UnaryOperator<byte[]> edit) {
    Path file = ToySchNetPack.USUAL.write(folder);
    return TorchZip.of(file).change(PICKLE, edit).write(file);
  }

  private static void refused(Path file, String... said) {
    String message = assertThrows(InputException.class, () -> ModelImport.read(file, ImportOptions.NONE)).getMessage();
    assertTrue(message.startsWith(file.toString()), message);
    for (String part : said) {
      assertTrue(message.contains(part), () -> "'" + part + "' is not said in " + message);
    }
    assertEquals(1, message.lines().count());
  }
}
