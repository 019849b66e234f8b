package io.noether.imports;

import io.noether.core.InputException;
import io.noether.core.safetensors.Safetensors;
import io.noether.imports.files.SourceFile;
import io.noether.imports.files.Weights;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** A safetensors file of somebody else, explained by a {@link TensorMapping}. */
final class SafetensorsImport {
  private SafetensorsImport() {}

  static ImportedModel read(Path path, TensorMapping mapping, ImportOptions options) {
    if (!options.elements().isEmpty() || options.energyUnit().isPresent()) {
      throw new InputException(mapping.source() + ": has the elements and the unit; leave --elements and "
          + "--energy-unit out");
    }
    new SourceFile(path).size(SourceFile.LARGEST_MODEL);
    try (var file = Safetensors.open(path)) {
      var state = new TensorSource(path.toString(), file.tensors().keySet(),
          name -> new Weights(path + ": tensor '" + name + "'", file.entry(name).type(), file.entry(name).shape(),
              file.read(name)));
      double unit = mapping.energyUnit().inElectronVolts();
      double[] references = Arrays.stream(mapping.references()).map(e -> (mapping.shift() + e) * unit).toArray();
      var net = new Assembly(mapping.source(), mapping.architecture(), mapping.elements(), references,
          mapping.scale() * unit);
      mapping.tensors().forEach((ours, theirs) -> net.giveFull(ours, theirs.made(state.take(theirs.from()))));
      mapping.ignored().forEach(state::ignore);
      var about = mapping.about();
      var licence = options.licence().orElse(about.getOrDefault("licence", "not stated"));
      ImportedModel complete = net.complete(SourcePackage.provenance("safetensors",
          about.getOrDefault("model", String.valueOf(path.getFileName())), List.of(path), mapping.energyUnit(), licence,
          about.getOrDefault("citation", "")), List.of());
      state.nothingLeft();
      return complete;
    }
  }
}
