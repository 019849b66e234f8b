package io.noether.app.imports;

import io.noether.app.console.Console;

import io.noether.core.Element;
import io.noether.core.InputException;
import io.noether.imports.EnergyUnit;
import io.noether.imports.ImportOptions;
import io.noether.imports.ImportedModel;
import io.noether.imports.ModelImport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code noether import}. */
@Command(name = "import", mixinStandardHelpOptions = true, sortOptions = false,
    description = {"Makes a model file of a potential that another package trained. Files are read as data: nothing in"
        + " them is executed.", "Units become eV and Å; where it comes from and its licence are kept in the file."})
public final class ImportCommand implements Callable<Integer> {
  private final Console console;

  @Parameters(index = "0", paramLabel = "SOURCE", description = {"matgl: the folder with model.json and state.pt"
      + " (TensorNet)", "SchNetPack: the file best_model (PaiNN)", "others: a .safetensors file, with --mapping"})
  private Path source = Path.of("");

  @Option(names = {"-o", "--output"}, required = true, paramLabel = "MODEL.safetensors",
      description = "where the model goes; appears when it is complete")
  private Path output = Path.of("");

  @Option(names = "--elements", split = ",", paramLabel = "SYMBOL",
      description = "keep these elements only, as in H,C,O; recommended for SchNetPack, whose files have rows for all"
          + " elements up to 99 and do not say which were trained (default: all)")
  private List<String> elements = List.of();

  @Option(names = "--energy-unit", paramLabel = "UNIT",
      description = "eV, kcal/mol, kJ/mol or hartree; SchNetPack's files do not say theirs (default: kcal/mol)")
  private Optional<String> energyUnit = Optional.empty();

  @Option(names = "--mapping", paramLabel = "FILE",
      description = "JSON or YAML: which network a .safetensors file holds, and which tensor is which parameter; see"
          + " docs/importing.md")
  private Optional<Path> mapping = Optional.empty();

  @Option(names = "--licence", paramLabel = "TEXT",
      description = "of the weights, if it is not that of the package's own models")
  private Optional<String> licence = Optional.empty();

  /** @param console where the results go */
  public ImportCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    checkOutput();
    var options = new ImportOptions(elements.stream().map(String::strip).map(Element::bySymbol).toList(),
        energyUnit.map(EnergyUnit::parse), licence);
    ImportedModel model = mapping.isPresent()
        ? ModelImport.read(source, MappingFile.read(mapping.get()), options)
        : ModelImport.read(source, options);
    model.save(output);
    model.notes().forEach(console::note);
    console.print(ImportReport.of(output, model));
    return 0;
  }

  /** Other commands recognise a model file by its name. */
  private void checkOutput() {
    if (!output.toString().toLowerCase(Locale.ROOT).endsWith(".safetensors")) {
      throw new InputException(output + ": a model file's name ends in .safetensors; choose another");
    }
    try {
      if (Files.exists(output) && Files.exists(source) && Files.isSameFile(source, output)) {
        throw new InputException(output + ": is the source itself; choose another name");
      }
    } catch (IOException e) {
      throw new InputException(output + ": cannot be compared with " + source + ": " + e.getMessage(), e);
    }
  }
}
