package io.noether.dynamics.potentials;

import io.noether.core.Element;
import io.noether.core.Potential;
import io.noether.core.Prediction;
import io.noether.core.Structure;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;

/**
 * Any function of the positions, without stress.
 *
 * @param energy of 3N coordinates
 * @param gradient of 3N coordinates
 */
public record PlainPotential(ToDoubleFunction<double[]> energy, UnaryOperator<double[]> gradient) implements Potential {
  @Override
  public List<Prediction> predict(List<Structure> structures) {
    return structures.stream().map(s -> {
      double[] forces = Arrays.stream(gradient.apply(s.positions())).map(g -> -g).toArray();
      double[] shares = new double[s.size()];
      shares[0] = energy.applyAsDouble(s.positions());
      return new Prediction(shares[0], forces, shares, Optional.empty());
    }).toList();
  }

  @Override
  public List<Element> elements() {
    return List.of(Element.values());
  }
}
