package io.noether.imports.files;

import net.razorvine.pickle.Opcodes;

/** The names of the instructions of pickles that are refused, for messages. */
final class PickleInstruction {
  private PickleInstruction() {}

  /** As Python's pickletools calls it; its code where that says no more. */
  static String name(short code) {
    return switch (code) {
      case Opcodes.OBJ -> "OBJ";
      case Opcodes.NEWOBJ_EX -> "NEWOBJ_EX";
      case Opcodes.EXT1 -> "EXT1";
      case Opcodes.EXT2 -> "EXT2";
      case Opcodes.EXT4 -> "EXT4";
      case Opcodes.PERSID -> "PERSID";
      case Opcodes.NEXT_BUFFER -> "NEXT_BUFFER";
      case Opcodes.POP -> "POP";
      case Opcodes.DUP -> "DUP";
      case Opcodes.PUT -> "PUT";
      case Opcodes.GET -> "GET";
      case Opcodes.LONG4 -> "LONG4";
      case Opcodes.BINBYTES -> "BINBYTES";
      case Opcodes.BINBYTES8 -> "BINBYTES8";
      case Opcodes.BINUNICODE8 -> "BINUNICODE8";
      case Opcodes.BYTEARRAY8 -> "BYTEARRAY8";
      default -> "0x%02x".formatted(code);
    };
  }
}
