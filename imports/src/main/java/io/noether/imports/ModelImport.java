package io.noether.imports;

import io.noether.core.InputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * Reads potentials of other packages. Files are data: nothing in them is executed, and what is not understood is refused
 * by name.
 */
public final class ModelImport {
  private ModelImport() {}

  /**
   * Reads a potential from files that say what network it is.
   *
   * @param source a folder of matgl's ({@code model.json} and {@code state.pt}) with a TensorNet, or a file of
   *     SchNetPack's ({@code best_model}) with a PaiNN
   * @throws InputException one line that names the file and what is missing, damaged, refused or not supported
   */
  public static ImportedModel read(Path source, ImportOptions options) {
    if (Files.isDirectory(source)) {
      return MatglImport.read(source, options);
    }
    String name = String.valueOf(source.getFileName()).toLowerCase(Locale.ROOT);
    if (name.endsWith(".safetensors")) {
      throw new InputException(source + ": a safetensors file does not say what network it is; give --mapping FILE");
    }
    if (name.equals("model.json") || name.equals("state.pt")) {
      throw new InputException(source + ": is part of a model of matgl; give the folder that it is in");
    }
    return SchNetPackImport.read(source, options);
  }

  /**
   * Reads a potential from a safetensors file, with a mapping that says what network it is and where its tensors belong.
   *
   * @throws InputException one line that names the file and the tensor, or the mapping and the field
   */
  public static ImportedModel read(Path source, TensorMapping mapping, ImportOptions options) {
    return SafetensorsImport.read(source, mapping, options);
  }
}
