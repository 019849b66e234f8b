package io.noether.core.io;

import io.noether.core.InputException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The SHA-256 fingerprint of bytes (FIPS 180-4), which are given piece by piece. For one thread. */
public final class Sha256 {
  private final MessageDigest digest;

  /** Of nothing so far. */
  public Sha256() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /**
   * The fingerprint of a file, of any size, in hexadecimal.
   *
   * @throws InputException naming the file, if it cannot be read
   */
  public static String of(Path file) {
    var hash = new Sha256();
    try (var in = new DigestInputStream(Files.newInputStream(file), hash.digest)) {
      in.transferTo(OutputStream.nullOutputStream());
    } catch (IOException e) {
      throw new InputException(file + ": cannot be read: " + e.getMessage(), e);
    }
    return hash.hexadecimal();
  }

  /** Takes the remaining bytes of a buffer. */
  public Sha256 add(ByteBuffer bytes) {
    digest.update(bytes);
    return this;
  }

  /** The 32 bytes of the fingerprint of all that was given. Begins anew. */
  public byte[] bytes() {
    return digest.digest();
  }

  /** The fingerprint of all that was given as 64 lower-case hexadecimal digits. Begins anew. */
  public String hexadecimal() {
    return HexFormat.of().formatHex(bytes());
  }
}
