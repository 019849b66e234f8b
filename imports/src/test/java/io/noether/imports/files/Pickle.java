package io.noether.imports.files;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Writes a pickle instruction by instruction. */
public final class Pickle {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  /** Begins one of a protocol. */
  public static Pickle protocol(int version) {
    return new Pickle().raw(0x80, version);
  }

  /** Any bytes; each instruction is one. */
  public Pickle raw(int... bytes) {
    for (int b : bytes) {
      out.write(b);
    }
    return this;
  }

  /** Instructions without arguments, as letters. */
  public Pickle op(String letters) {
    out.writeBytes(letters.getBytes(StandardCharsets.ISO_8859_1));
    return this;
  }

  /** Text up to 4 GB. */
  public Pickle text(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    op("X").little(bytes.length);
    out.writeBytes(bytes);
    return this;
  }

  /** Text as protocol 4 has it. */
  public Pickle shortText(String text) {
    return raw(0x8c, text.length()).op(text);
  }

  public Pickle number(int number) {
    return op("J").little(number);
  }

  public Pickle number(double number) {
    op("G");
    out.writeBytes(ByteBuffer.allocate(8).putDouble(number).array());
    return this;
  }

  /** Four bytes, the lowest first. */
  public Pickle little(int number) {
    out.writeBytes(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(number).array());
    return this;
  }

  /** A class or a function. */
  public Pickle global(String module, String name) {
    return op("c" + module + "\n" + name + "\n");
  }

  /** A storage: what {@link StoredNumbers} is made of. */
  public Pickle storage(String type, String key, int count) {
    return op("(").text("storage").global("torch", type).text(key).text("cpu").number(count).op("tQ");
  }

  /** A tensor of one axis. */
  public Pickle tensor(String key, int stored, int offset, int count, int stride) {
    return global("torch._utils", "_rebuild_tensor_v2").op("(").storage("FloatStorage", key, stored).number(offset)
        .number(count).raw(0x85).number(stride).raw(0x85).raw(0x89).global("collections", "OrderedDict").op(")Rt")
        .op("R");
  }

  /** Ends it. */
  public byte[] stop() {
    return op(".").bytes();
  }

  /** What there is of it. */
  public byte[] bytes() {
    return out.toByteArray();
  }
}
