package io.noether.imports.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.sun.management.ThreadMXBean;
import io.noether.core.InputException;
import io.noether.core.safetensors.ElementType;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Pickles are read as data: tensors and inert modules come out, everything else is refused by name. */
class TensorPickleTest {
  private static final String COMMAND = "touch executed";

  @Test
  void tensorsAndModulesComeOutAsDescriptions() {
    byte[] pickle = Pickle.protocol(2).op("}").text("w").tensor("7", 10, 2, 3, 2).op("s").text("m")
        .global("torch.nn.modules.linear", "Identity").op(")").raw(0x81).op("}").text("training").raw(0x88).op("s")
        .text("none").op("Nsb").op("s").stop();
    var map = assertInstanceOf(Map.class, TensorPickle.read("f", pickle));
    assertEquals(new StoredTensor(new StoredNumbers(ElementType.F32, "7", 10), 2, List.of(3L),
        List.of(2L)), map.get("w"));
    var module = assertInstanceOf(PythonObject.class, map.get("m"));
    assertEquals("torch.nn.modules.linear.Identity", module.type().full());
    assertEquals(Map.of("training", true), module.attributes());
  }

  static Stream<Arguments> attacks() {
    return Stream.of(
        arguments("os.system", Pickle.protocol(2).global("os", "system").text(COMMAND).raw(0x85).op("R")),
        arguments("posix.system", Pickle.protocol(2).global("posix", "system").text(COMMAND).raw(0x85).op("R")),
        arguments("builtins.eval", Pickle.protocol(2).global("builtins", "eval").text("1").raw(0x85).op("R")),
        arguments("__builtin__.getattr", Pickle.protocol(2).global("__builtin__", "getattr")),
        arguments("os.system", Pickle.protocol(4).shortText("os").shortText("system").raw(0x93).shortText(COMMAND)
            .raw(0x85).op("R")),
        arguments("INST of os.system", Pickle.protocol(0).op("(").text(COMMAND).op("ios\nsystem\n")),
        arguments("os.system", Pickle.protocol(1).op("(").global("os", "system").text(COMMAND).op("o")),
        arguments("instruction OBJ", Pickle.protocol(1).op("(").global("torch.nn", "Linear").text(COMMAND).op("o")),
        arguments("subprocess.Popen", Pickle.protocol(2).global("subprocess", "Popen").text(COMMAND).raw(0x85, 0x81)),
        arguments("an object made by torch.nn.Linear",
            Pickle.protocol(2).global("torch.nn", "Linear").text(COMMAND).raw(0x85, 0x81)),
        arguments("an object made by collections.OrderedDict",
            Pickle.protocol(2).global("collections", "OrderedDict").op(")").raw(0x81)),
        arguments("instruction NEWOBJ_EX", Pickle.protocol(4).global("torch.nn", "Linear").op(")}").raw(0x92)),
        arguments("the state of something", Pickle.protocol(2).global("torch.nn", "Linear").op("}b")),
        arguments("instruction EXT1", Pickle.protocol(2).raw(0x82, 1)),
        arguments("instruction EXT2", Pickle.protocol(2).raw(0x83, 1, 0)),
        arguments("instruction EXT4", Pickle.protocol(2).raw(0x84, 1, 0, 0, 0)),
        arguments("a call of torch.nn.functional.silu",
            Pickle.protocol(2).global("torch.nn.functional", "silu").op(")R")),
        arguments("a call of torch.FloatStorage", Pickle.protocol(2).global("torch", "FloatStorage").op(")R")),
        arguments("torch.hub.load", Pickle.protocol(2).global("torch.hub", "load")),
        arguments("torch.load", Pickle.protocol(2).global("torch", "load")),
        arguments("torch.storage._load_from_bytes", Pickle.protocol(2).global("torch.storage", "_load_from_bytes")),
        arguments("copy_reg._reconstructor", Pickle.protocol(2).global("copy_reg", "_reconstructor")),
        arguments("array.array", Pickle.protocol(2).global("array", "array")),
        arguments("datetime.datetime", Pickle.protocol(2).global("datetime", "datetime")),
        arguments("operator.attrgetter", Pickle.protocol(2).global("operator", "attrgetter")),
        arguments("instruction PERSID", Pickle.protocol(0).op("Pkey\n")),
        arguments("instruction NEXT_BUFFER", Pickle.protocol(5).raw(0x97)),
        arguments("a storage of class collections.OrderedDict", Pickle.protocol(2).op("(").text("storage")
            .global("collections", "OrderedDict").text("0").text("cpu").number(1).op("tQ")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("attacks")
  void everythingElseIsRefusedByNameAndNothingIsExecuted(String named, Pickle pickle) {
    String message =
        assertThrows(InputException.class, () -> TensorPickle.read("model.pt", pickle.stop())).getMessage();
    assertTrue(message.startsWith("model.pt: ") && message.contains("asks for " + named)
        && message.contains("nothing was executed"), message);
    assertEquals(1, message.lines().count());
    assertFalse(Files.exists(Path.of("executed")));
  }

  static Stream<Arguments> damaged() {
    return Stream.of(
        arguments("nothing", new byte[0], "damaged"),
        arguments("no end", new byte[] {(byte) 0x80, 2}, "damaged"),
        arguments("an empty stack", Pickle.protocol(2).stop(), "damaged"),
        arguments("a tuple without mark", Pickle.protocol(2).op("t").stop(), "damaged"),
        arguments("a text of 2 GB", Pickle.protocol(2).op("X").raw(0xff, 0xff, 0xff, 0x7f).stop(), "2147483647"),
        arguments("a text of -1", Pickle.protocol(2).op("X").raw(0xff, 0xff, 0xff, 0xff).stop(), "4294967295"),
        arguments("a text beyond the end", Pickle.protocol(2).op("X").raw(9, 0, 0, 0).op("abc").stop(), "damaged"),
        arguments("a number that is cut off", Pickle.protocol(2).raw(0x8a).stop(), "damaged"),
        arguments("an unknown memo", Pickle.protocol(2).op("h").raw(3).stop(), "damaged"),
        arguments("a list as key", Pickle.protocol(2).op("}]Ns").stop(), "damaged"),
        arguments("a key of 300 letters", Pickle.protocol(2).op("}").text("x".repeat(300)).text("").op("s").stop(),
            "longer than 256"),
        arguments("items of no map", Pickle.protocol(2).op("]").text("a").text("b").op("s").stop(), "damaged"),
        arguments("half an item", Pickle.protocol(2).op("}(").text("a").op("u").stop(), "damaged"),
        arguments("an unknown protocol", Pickle.protocol(99).op("N").stop(), "damaged"),
        arguments("a tensor of no storage", Pickle.protocol(2).global("torch._utils", "_rebuild_tensor_v2")
            .op("(NNNNtR").stop(), "damaged"),
        arguments("a negative offset", Pickle.protocol(2).tensor("0", 10, -1, 3, 1).stop(), "beyond its storage"),
        arguments("an offset beyond", Pickle.protocol(2).tensor("0", 10, 8, 3, 1).stop(), "beyond its storage"),
        arguments("a stride beyond", Pickle.protocol(2).tensor("0", 10, 0, 3, 5).stop(), "beyond its storage"),
        arguments("a negative extent", Pickle.protocol(2).tensor("0", 10, 0, -3, 1).stop(), "negative"),
        arguments("a negative stride", Pickle.protocol(2).tensor("0", 10, 9, 3, -1).stop(), "negative"),
        arguments("more numbers than stored", Pickle.protocol(2).tensor("0", 10, 0, 1_000_000_000, 0).stop(),
            "beyond its storage"),
        arguments("a negative storage", Pickle.protocol(2).tensor("0", -10, 0, 3, 1).stop(), "beyond its storage"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("damaged")
  void whatCannotBeIsRefusedInOneLine(String what, byte[] pickle, String said) {
    String message = assertThrows(InputException.class, () -> TensorPickle.read("model.pt", pickle)).getMessage();
    assertTrue(message.startsWith("model.pt: ") && message.contains(said), message);
    assertEquals(1, message.lines().count());
  }

  /** Bombs are made of instructions of one byte; none makes more than 160 bytes of memory. */
  @ParameterizedTest
  @MethodSource("bombs")
  void bombsFizzle(String what, byte[] unit) {
    byte[] pickle = new byte[TensorPickle.LARGEST];
    for (int k = 0; k < pickle.length; k++) {
      pickle[k] = unit[k % unit.length];
    }
    var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    assertThrows(InputException.class, () -> TensorPickle.read("f", pickle));
    long allocated = threads.getCurrentThreadAllocatedBytes() - before;
    assertTrue(allocated < 160L * pickle.length, what + " took " + allocated);
  }

  static Stream<Arguments> bombs() {
    return Stream.of(arguments("nested lists", bytes("]")), arguments("nested maps", bytes("}")),
        arguments("marks", bytes("(")), arguments("memos", new byte[] {'N', (byte) 0x94}),
        arguments("nested tuples", new byte[] {(byte) ')', (byte) 0x85}),
        arguments("memos all over", new byte[] {')', 'r', 1, 2, 3, 4, 'r', 5, 6, 7, 8, 'r', 9, 1, 1, 3}),
        arguments("appended tuples", new byte[] {']', '(', ')', ')', 'e'}));
  }

  /** Something large that is made once and then asked for again and again in five bytes. */
  @ParameterizedTest
  @MethodSource("multipliers")
  void multipliersFizzle(String what, byte[] large, byte[] unit) {
    byte[] pickle = Arrays.copyOf(large, TensorPickle.LARGEST);
    for (int k = large.length; k < pickle.length; k++) {
      pickle[k] = unit[(k - large.length) % unit.length];
    }
    bombsFizzle(what, pickle);
  }

  static Stream<Arguments> multipliers() {
    var full = Pickle.protocol(2).op("}").raw('q', 0).op("(");
    for (int k = 0; k < 10_000; k++) {
      full.text("k" + k).raw(0x88);
    }
    full.op("u").global("torch.nn", "Module").raw('q', 1);
    var name = Pickle.protocol(2).text("schnetpack." + "x".repeat(200_000)).raw('q', 0).text("x").raw('q', 1);
    var tensor = Pickle.protocol(2).global("torch._utils", "_rebuild_tensor_v2").raw('q', 0).op("(")
        .storage("FloatStorage", "0", 1_000_000).number(0).op("(").number(1000).number(1).number(1).number(1).number(1)
        .number(1).number(1).number(1).op("t(").number(1000).number(1000).number(1000).number(1000).number(1000)
        .number(1000).number(1000).number(1000).op("tt").raw('q', 1);
    return Stream.of(
        arguments("a state for many modules", full.bytes(), new byte[] {'h', 1, ')', (byte) 0x81, 'h', 0, 'b'}),
        arguments("a long name", name.bytes(), new byte[] {'h', 0, 'h', 1, (byte) 0x93}),
        arguments("tensors of many axes", tensor.bytes(), new byte[] {'h', 0, 'h', 1, 'R'}));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** A list that contains itself, a thousand levels of it, as many modules: nothing follows them without end. */
  @Test
  void cyclesAndDepthAreNotFollowed() {
    var cycle = Pickle.protocol(2).op("]").raw('q', 0, 'h', 0).op("a").stop();
    assertInstanceOf(List.class, TensorPickle.read("f", cycle));
    var module = Pickle.protocol(2).global("torch.nn", "Module").op(")").raw(0x81, 'q', 0).op("}").text("_modules")
        .op("}").text("again").raw('h', 0).op("ss").op("b").stop();
    var root = TorchModule.root("f", TensorPickle.read("f", module));
    String message = assertThrows(InputException.class, root::tensors).getMessage();
    assertTrue(message.contains("inside each other"), message);
  }

  /** Random damage to a valid pickle gives an object or one line, never anything else. */
  @Property(tries = 2000)
  void randomDamageGivesOneLine(@ForAll long seed) {
    var random = new Random(seed);
    byte[] pickle = Pickle.protocol(2).op("}(").text("a").tensor("0", 10, 2, 3, 2).text("b")
        .global("schnetpack.nn.base", "Dense").op(")").raw(0x81).op("}").text("x").number(3).op("sb").op("u").stop();
    for (int k = random.nextInt(1, 4); k > 0; k--) {
      pickle[random.nextInt(pickle.length)] = (byte) random.nextInt(256);
    }
    try {
      TensorPickle.read("f", pickle);
    } catch (InputException e) {
      assertTrue(e.getMessage().startsWith("f: "), e.getMessage());
    }
  }
}
