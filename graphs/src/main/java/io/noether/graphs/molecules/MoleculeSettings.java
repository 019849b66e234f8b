package io.noether.graphs.molecules;

import java.util.Arrays;
import java.util.List;

/**
 * The shape of the network.
 *
 * @param types the atom types that it knows, in the order of its channels
 * @param channels channels of pairs, at least 1
 * @param latent latent numbers of an atom, at least 1
 * @param encoderLayers residual layers of the encoder, at least 0
 * @param decoderLayers residual layers of the decoder, at least 0
 * @param order 2, or 3 for layers that also multiply along triplets
 */
public record MoleculeSettings(List<AtomType> types, int channels, int latent, int encoderLayers, int decoderLayers,
    int order) {
  /** Copies the types. @throws IllegalArgumentException if a number is out of its range or there are no types */
  public MoleculeSettings {
    types = List.copyOf(types);
    if (types.isEmpty() || channels < 1 || latent < 1 || encoderLayers < 0 || decoderLayers < 0
        || order != 2 && order != 3) {
      throw new IllegalArgumentException("impossible settings of a network of molecules");
    }
  }

  /** What {@code noether molecules train} begins with: 32 channels, 8 latent numbers, 2 and 6 layers, order 2. */
  public static MoleculeSettings of(List<AtomType> types) {
    return new MoleculeSettings(types, 32, 8, 2, 6, 2);
  }

  /** This with other channels of pairs. */
  public MoleculeSettings withChannels(int count) {
    return new MoleculeSettings(types, count, latent, encoderLayers, decoderLayers, order);
  }

  /** This with other latent numbers of an atom. */
  public MoleculeSettings withLatent(int count) {
    return new MoleculeSettings(types, channels, count, encoderLayers, decoderLayers, order);
  }

  /** This with other numbers of residual layers. */
  public MoleculeSettings withLayers(int encoder, int decoder) {
    return new MoleculeSettings(types, channels, latent, encoder, decoder, order);
  }

  /** This with another highest order of the layers. */
  public MoleculeSettings withOrder(int highest) {
    return new MoleculeSettings(types, channels, latent, encoderLayers, decoderLayers, highest);
  }

  /** Kinds of bonds and of atoms: how many numbers say what a pair is, or what an atom on the diagonal is. */
  int kinds() {
    return MoleculeGraph.BOND_KINDS + types.size();
  }

  /** The types of the molecules, in the order of {@link AtomType}. */
  public static List<AtomType> typesOf(List<MoleculeGraph> molecules) {
    boolean[] present = new boolean[AtomType.values().length];
    for (MoleculeGraph molecule : molecules) {
      for (byte atom : molecule.atoms()) {
        present[atom] = true;
      }
    }
    return Arrays.stream(AtomType.values()).filter(t -> present[t.ordinal()]).toList();
  }
}
