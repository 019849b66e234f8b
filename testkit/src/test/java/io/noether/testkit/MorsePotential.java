package io.noether.testkit;

import io.noether.core.Element;
import io.noether.core.LocalPotential;
import io.noether.core.Prediction;
import io.noether.core.Structure;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A pair potential with exact forces and stress, over all images by brute force: what contracts should accept. */
record MorsePotential(double cutoff, Fade fade) implements LocalPotential {
  /** How the potential ends, as a function of x = r/cutoff, with its derivative. */
  enum Fade {
    /** Not at all: energy and forces jump. */
    NONE {
      @Override
      double at(double x) {
        return 1;
      }

      @Override
      double slope(double x) {
        return 0;
      }
    },
    /** (1 - x²): only the energy is continuous. */
    KINK {
      @Override
      double at(double x) {
        return 1 - x * x;
      }

      @Override
      double slope(double x) {
        return -2 * x;
      }
    },
    /** (1 - x²)²: forces too. */
    SMOOTH {
      @Override
      double at(double x) {
        return (1 - x * x) * (1 - x * x);
      }

      @Override
      double slope(double x) {
        return -4 * x * (1 - x * x);
      }
    },
    /** (1 - x²)³: second derivatives too. */
    SMOOTHER {
      @Override
      double at(double x) {
        return Math.pow(1 - x * x, 3);
      }

      @Override
      double slope(double x) {
        return -6 * x * (1 - x * x) * (1 - x * x);
      }
    };

    abstract double at(double x);

    abstract double slope(double x);
  }

  @Override
  public List<Element> elements() {
    return List.of(Element.bySymbol("H"), Element.bySymbol("C"), Element.bySymbol("O"));
  }

  @Override
  public List<Prediction> predict(List<Structure> structures) {
    var predictions = new ArrayList<Prediction>();
    for (Structure structure : structures) {
      predictions.add(one(structure));
    }
    return predictions;
  }

  private Prediction one(Structure s) {
    double[] atomic = new double[s.size()];
    double[] forces = new double[3 * s.size()];
    double[] virial = new double[9];
    for (int i = 0; i < s.size(); i++) {
      atomic[i] = -0.5 * s.atomicNumber(i);
    }
    Images.each(s, cutoff, (i, j, r) -> {
      double d = Images.length(r);
      double well = 1 + 0.1 * Math.sqrt(s.atomicNumber(i) * s.atomicNumber(j));
      double e = Math.exp(-1.3 * (d - 1.2));
      double pair = well * (e * e - 2 * e);
      double slope = well * -1.3 * (2 * e * e - 2 * e) * fade.at(d / cutoff) + pair * fade.slope(d / cutoff) / cutoff;
      atomic[i] += 0.5 * pair * fade.at(d / cutoff);
      for (int a = 0; a < 3; a++) {
        forces[3 * i + a] += slope * r[a] / d;
        for (int b = 0; b < 3; b++) {
          virial[3 * a + b] += 0.5 * slope * r[a] * r[b] / d;
        }
      }
    });
    double energy = 0;
    for (double e : atomic) {
      energy += e;
    }
    if (!s.periodicity().all()) {
      return new Prediction(energy, forces, atomic, Optional.empty());
    }
    for (int k = 0; k < 9; k++) {
      virial[k] /= s.cell().volume();
    }
    return new Prediction(energy, forces, atomic, Optional.of(virial));
  }
}
