package io.noether.app;

import io.noether.autodiff.Precision;
import io.noether.core.Element;
import io.noether.nn.EnergyModel;
import io.noether.nn.ModelSpec;
import io.noether.nn.files.ModelFile;
import io.noether.nn.inference.TrainedModel;
import io.noether.nn.layers.CutoffFunction;
import io.noether.nn.layers.RadialBasis;
import io.noether.nn.models.PaiNN;
import io.noether.nn.models.Radial;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A small untrained network, with weak forces, for water. */
final class TinyModel {
  private TinyModel() {}

  /** The same for the same seed. */
  static Path write(Path file, long seed) {
    var painn = new PaiNN(8, 2, new Radial(6, 4, RadialBasis.GAUSSIAN, new CutoffFunction.Polynomial(6)));
    var spec = new ModelSpec(painn, List.of(Element.H, Element.O), new double[] {-3, -8}, 0.2, 0);
    var network = new EnergyModel(spec);
    ModelFile.save(file, new TrainedModel(network, network.newParameters(seed), Precision.FLOAT32, Map.of()));
    return file;
  }
}
