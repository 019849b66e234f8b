package io.noether.app.calculate;

import io.noether.core.Column;
import io.noether.core.Field;
import io.noether.core.io.ExtendedXyzWriter;
import io.noether.dynamics.vibrations.Mode;
import io.noether.dynamics.vibrations.Vibrations;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Modes as frames of extended XYZ: displacements right behind the positions, where viewers look for them. */
final class ModeWriter implements AutoCloseable {
  private final Optional<ExtendedXyzWriter> file;

  /** @param path where to; nothing is written without */
  ModeWriter(Optional<Path> path) {
    file = path.map(ExtendedXyzWriter::new);
  }

  void write(Vibrations v) {
    file.ifPresent(writer -> {
      for (int k = 0; k < v.modes().size(); k++) {
        Mode mode = v.modes().get(k);
        var info = new LinkedHashMap<String, Field>();
        info.put("mode", Field.of((long) k + 1));
        info.put("wavenumber_cm1", Field.of(mode.wavenumber()));
        info.put("rigid", Field.of(mode.rigid()));
        info.put("reduced_mass_amu", Field.of(mode.reducedMass()));
        info.putAll(v.structure().info());
        writer.write(v.structure().withInfo(info)
            .withColumns(Map.of("displacement", new Column.Vectors(mode.displacement()))));
      }
    });
  }

  void commit() {
    file.ifPresent(ExtendedXyzWriter::commit);
  }

  @Override
  public void close() {
    file.ifPresent(ExtendedXyzWriter::close);
  }
}
