package io.noether.smiles;

import io.noether.core.io.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.function.Predicate;

/**
 * A set of molecules by 52 bits of the SHA-256 of their canonical SMILES. Of 10,000 new molecules, one is taken for one
 * of 130,000 known ones with a probability of 3e-7.
 *
 * @param fingerprints sorted whole numbers, as a model file keeps them
 */
public record KnownMolecules(double[] fingerprints) implements Predicate<String> {
  private static final int BITS = 52;

  /** Sorts a copy. */
  public KnownMolecules {
    fingerprints = fingerprints.clone();
    Arrays.sort(fingerprints);
  }

  /** The set of these canonical SMILES. */
  public static KnownMolecules of(Collection<String> names) {
    return new KnownMolecules(names.stream().mapToDouble(KnownMolecules::fingerprint).distinct().toArray());
  }

  /** Whether the set has a canonical SMILES. */
  @Override
  public boolean test(String name) {
    return Arrays.binarySearch(fingerprints, fingerprint(name)) >= 0;
  }

  private static double fingerprint(String name) {
    byte[] hash = new Sha256().add(ByteBuffer.wrap(name.getBytes(StandardCharsets.UTF_8))).bytes();
    return (double) (ByteBuffer.wrap(hash).getLong() >>> (Long.SIZE - BITS));
  }
}
