package io.noether.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.noether.core.Cell;
import io.noether.core.Element;
import io.noether.core.Periodicity;
import io.noether.core.Structure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * What another package computed, in our units.
 *
 * @param name of the structure
 * @param single whether it was computed in single precision
 * @param energy eV
 * @param stress eV/Å³, 3×3
 */
record Reference(String name, boolean single, Structure structure, double energy, double[] forces,
    Optional<double[]> stress) {
  /**
   * Results of a file.
   *
   * @param perAtom eV for each atom: added here to single-precision results that are also given without it, since the
   *     package rounds it to single precision, which loses 2e-3 kcal/mol
   */
  static List<Reference> read(Path file, double perAtom) throws IOException {
    JsonNode root = new ObjectMapper().readTree(file.toFile());
    double unit = root.at("/units/energy").asText().startsWith("kcal/mol") ? 4184 / 96485.3321233100184 : 1;
    var all = new ArrayList<Reference>();
    for (JsonNode result : root.get("results")) {
      int[] species = StreamSupport.stream(result.get("species").spliterator(), false)
          .mapToInt(symbol -> Element.bySymbol(symbol.asText()).atomicNumber()).toArray();
      boolean single = result.get("precision").asText().equals("float32");
      double energy = single && result.has("energy_without_offset")
          ? unit * result.get("energy_without_offset").asDouble() + species.length * perAtom
          : unit * result.get("energy").asDouble();
      all.add(new Reference(result.get("structure").asText(), single,
          Structure.of(species, numbers(result.get("positions"), 1), cell(result)), energy,
          numbers(result.get("forces"), unit),
          result.has("stress") ? Optional.of(numbers(result.get("stress"), unit)) : Optional.empty()));
    }
    return all;
  }

  private static Cell cell(JsonNode result) {
    JsonNode pbc = result.get("pbc");
    return result.get("cell").isNull() ? Cell.isolated()
        : Cell.of(numbers(result.get("cell"), 1),
            new Periodicity(pbc.get(0).asBoolean(), pbc.get(1).asBoolean(), pbc.get(2).asBoolean()));
  }

  private static double[] numbers(JsonNode rows, double unit) {
    return StreamSupport.stream(rows.spliterator(), false)
        .flatMapToDouble(row -> StreamSupport.stream(row.spliterator(), false).mapToDouble(JsonNode::asDouble))
        .map(x -> x * unit).toArray();
  }

  @Override
  public String toString() {
    return name + (single ? ", float32" : ", float64");
  }
}
