package io.noether.nn.inference;

import io.noether.autodiff.ParameterSet;
import io.noether.autodiff.Precision;
import io.noether.autodiff.Workers;
import io.noether.core.Element;
import io.noether.nn.Architecture;
import io.noether.nn.EnergyModel;
import io.noether.nn.ModelSpec;
import io.noether.nn.layers.CutoffFunction;
import io.noether.nn.layers.RadialBasis;
import io.noether.nn.models.Egnn;
import io.noether.nn.models.PaiNN;
import io.noether.nn.models.Radial;
import io.noether.nn.models.SchNet;
import io.noether.nn.models.TensorNet;
import java.util.List;

/** Untrained networks for hydrogen and carbon, large enough to be worth tables, with a cutoff of 2.5 Å. */
public final class Networks {
  public static final Architecture PAINN =
      new PaiNN(16, 3, new Radial(12, 2.5, RadialBasis.GAUSSIAN, new CutoffFunction.Cosine()));
  public static final Architecture EGNN =
      new Egnn(16, 2, new Radial(12, 2.5, RadialBasis.BESSEL, new CutoffFunction.Polynomial(6)));
  public static final Architecture SCHNET =
      new SchNet(16, 2, new Radial(12, 2.5, RadialBasis.GAUSSIAN, new CutoffFunction.Cosine()));
  public static final Architecture TENSORNET =
      new TensorNet(16, 1, new Radial(4, 2.5, RadialBasis.SMOOTH_BESSEL, new CutoffFunction.Cosine()));
  public static final List<Architecture> ALL = List.of(PAINN, EGNN, SCHNET, TENSORNET);

  private Networks() {}

  public static EnergyModel model(Architecture architecture) {
    return new EnergyModel(
        new ModelSpec(architecture, List.of(Element.H, Element.C), new double[] {-13.6, -1030.5}, 2, 0.1));
  }

  /** The same parameters each time. */
  public static ParameterSet parameters(EnergyModel model) {
    return model.newParameters(7);
  }

  public static NeuralPotential potential(Architecture architecture, Precision precision, Tuning tuning) {
    return potential(architecture, precision, tuning, Workers.CALLER);
  }

  public static NeuralPotential potential(Architecture architecture, Precision precision, Tuning tuning,
      Workers workers) {
    EnergyModel model = model(architecture);
    return new NeuralPotential(model, parameters(model), precision, workers, tuning);
  }
}
