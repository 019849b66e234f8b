package io.noether.imports.files;

import io.noether.core.InputException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * A file of {@code torch.save}: a zip with one folder, in it a pickle {@code data.pkl} that describes an object, and one
 * entry {@code data/KEY} for each block of numbers that its tensors are views of.
 */
public final class TorchFile implements AutoCloseable {
  private static final String PICKLE = "/data.pkl";

  private final Path file;
  private final StoredZip zip;
  private final String folder;

  private TorchFile(Path file, StoredZip zip, String folder) {
    this.file = file;
    this.zip = zip;
    this.folder = folder;
  }

  /** Opens a file. @throws InputException naming the file and what is wrong with it */
  public static TorchFile open(Path file) {
    var zip = StoredZip.open(file);
    try {
      var opened = new TorchFile(file, zip, folder(file, zip));
      opened.checkByteOrder();
      return opened;
    } catch (InputException e) {
      zip.close();
      throw e;
    }
  }

  private static String folder(Path file, StoredZip zip) {
    var pickles = zip.names().stream().filter(name -> name.endsWith(PICKLE) && name.indexOf('/') > 0
        && name.indexOf('/') == name.length() - PICKLE.length()).toList();
    if (pickles.size() != 1) {
      throw new InputException(file + ": is a zip, but not one of torch.save: it has " + pickles.size()
          + " entries FOLDER" + PICKLE);
    }
    String folder = pickles.getFirst().substring(0, pickles.getFirst().length() - PICKLE.length() + 1);
    if (zip.names().contains(folder + "constants.pkl")) {
      throw new InputException(file + ": is TorchScript, a program; import what torch.save wrote of the model instead");
    }
    return folder;
  }

  private void checkByteOrder() {
    String name = folder + "byteorder";
    if (zip.names().contains(name)) {
      String order = new String(zip.read(name, 64), StandardCharsets.UTF_8).strip();
      if (!order.equals("little")) {
        throw new InputException(file + ": entry '" + name + "' says '" + order + "'; only little-endian is read");
      }
    }
  }

  /**
   * What the pickle of the file describes: text, numbers, {@code Object[]} for tuples, lists, maps with text as keys, and
   * the descriptions of this package for tensors, modules and names.
   *
   * @throws InputException naming the file and what is refused or damaged
   */
  public Object root() {
    String name = folder.substring(0, folder.length() - 1) + PICKLE;
    return TensorPickle.read(file.toString(), zip.read(name, TensorPickle.LARGEST));
  }

  /** The numbers of a tensor. @throws InputException naming file and tensor, if they are not there or not finite */
  public Weights weights(String name, StoredTensor tensor) {
    var numbers = tensor.numbers();
    String entry = folder + "data/" + numbers.key();
    byte[] bytes = zip.read(entry, SourceFile.LARGEST_MODEL);
    if (bytes.length % numbers.type().bytes() != 0 || bytes.length / numbers.type().bytes() != numbers.count()) {
      throw new InputException(file + ": tensor '" + name + "' needs " + numbers.count() + " numbers of type "
          + numbers.type() + " in entry '" + entry + "', which has " + bytes.length + " bytes; the file is damaged");
    }
    double[] values = tensor.values(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN));
    return Weights.checked(file + ": tensor '" + name + "'", numbers.type(), tensor.shape(), values);
  }

  @Override
  public void close() {
    zip.close();
  }
}
