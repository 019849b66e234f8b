package io.noether.dynamics.vibrations;

import io.noether.core.HessianPotential;
import io.noether.core.Structure;
import io.noether.core.Units;
import io.noether.dynamics.RigidMotions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.exception.MaxCountExceededException;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * The normal modes of a structure: eigenvectors of its Hessian in mass-weighted coordinates √m R, with standard atomic
 * weights. They mean vibrations at a minimum of the energy only. For a crystal these are the phonons at Γ of the cell
 * that is given. Nothing is projected out, so how near zero the rigid modes are tells how good minimum and Hessian are.
 *
 * @param structure the atoms
 * @param modes 3N of them, by wavenumber, imaginary ones first
 */
public record Vibrations(Structure structure, List<Mode> modes) {
  /** A rotation that moves less than this part of what all do is none: a linear molecule is never quite straight. */
  private static final double NEARLY_STRAIGHT = 0.01;

  /** Keeps a copy of the list. */
  public Vibrations {
    modes = List.copyOf(modes);
  }

  /**
   * Computes the vibrations of a structure.
   *
   * @throws io.noether.core.InputException if the potential cannot compute it
   */
  public static Vibrations of(HessianPotential potential, Structure structure) {
    return of(structure, potential.hessian(structure));
  }

  /**
   * Computes the vibrations from a Hessian.
   *
   * @param hessian d²E/dR², 3N × 3N numbers row by row, eV/Å²; only its symmetric part counts
   */
  public static Vibrations of(Structure structure, double[] hessian) {
    int n = 3 * structure.size();
    if (hessian.length != n * n) {
      throw new IllegalArgumentException(hessian.length + " second derivatives for " + structure.size() + " atoms");
    }
    double[] roots = IntStream.range(0, n).mapToDouble(k -> Math.sqrt(structure.element(k / 3).mass())).toArray();
    var weighted = new Array2DRowRealMatrix(n, n);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        weighted.setEntry(i, j, (hessian[i * n + j] + hessian[j * n + i]) / (2 * roots[i] * roots[j]));
      }
    }
    var found = eigenpairs(weighted, structure);
    var rigid = rigid(RigidMotions.of(structure, axes(structure), NEARLY_STRAIGHT), found);
    var modes = new ArrayList<Mode>();
    found.forEach(pair -> modes.add(pair.mode(roots, rigid.contains(pair))));
    return new Vibrations(structure, modes);
  }

  /** Returns the zero-point energy ½ Σ hν of all vibrations with a real frequency, eV. */
  public double zeroPointEnergy() {
    return modes.stream().filter(m -> !m.rigid()).mapToDouble(m -> Math.max(0, m.energy()) / 2).sum();
  }

  /** Returns the modes that are motions of the structure as a whole: six for a molecule, five for a linear one, three for a crystal. */
  public List<Mode> rigidModes() {
    return modes.stream().filter(Mode::rigid).toList();
  }

  /** Returns how many modes are imaginary: none at a minimum, one at a saddle point. */
  public long imaginary() {
    return modes.stream().filter(Mode::isImaginary).count();
  }

  /** In the order of their eigenvalues. */
  private static List<Eigenpair> eigenpairs(RealMatrix symmetric, Structure structure) {
    try {
      var decomposition = new EigenDecomposition(symmetric);
      return IntStream.range(0, symmetric.getRowDimension())
          .mapToObj(k -> new Eigenpair(decomposition.getRealEigenvalue(k), decomposition.getEigenvector(k).toArray()))
          .sorted(Comparator.comparingDouble(Eigenpair::value)).toList();
    } catch (MaxCountExceededException e) {
      throw new ArithmeticException("the eigenvalues of the Hessian of " + structure.source() + " do not converge");
    }
  }

  /** Of rotation: any of a molecule, that of what repeats along one vector, none of what repeats along more. */
  private static List<double[]> axes(Structure structure) {
    var repeating = IntStream.range(0, 3).filter(structure.periodicity()::along)
        .mapToObj(
            k -> new double[] {structure.cell().get(k, 0), structure.cell().get(k, 1), structure.cell().get(k, 2)})
        .toList();
    return switch (repeating.size()) {
      case 0 -> List.of(new double[] {1, 0, 0}, new double[] {0, 1, 0}, new double[] {0, 0, 1});
      case 1 -> repeating;
      default -> List.of();
    };
  }

  /** Those most like the structure's rigid motions; as many as there are. */
  private static List<Eigenpair> rigid(RigidMotions motions, List<Eigenpair> all) {
    return all.stream().sorted(Comparator.comparingDouble((Eigenpair p) -> -motions.share(p.vector())))
        .limit(motions.count()).toList();
  }

  /** A square of an angular frequency, eV/(Å² amu), and a mass-weighted displacement of length 1. */
  private record Eigenpair(double value, double[] vector) {
    Mode mode(double[] roots, boolean rigid) {
      double[] displacement = new double[vector.length];
      double square = 0;
      double largest = 0;
      for (int k = 0; k < vector.length; k++) {
        displacement[k] = vector[k] / roots[k];
        square += displacement[k] * displacement[k];
        largest = Math.abs(displacement[k]) > Math.abs(largest) ? displacement[k] : largest;
      }
      double length = Math.copySign(Math.sqrt(square), largest);
      for (int k = 0; k < vector.length; k++) {
        displacement[k] /= length;
      }
      double wavenumber = Math.copySign(Units.INVERSE_CM_PER_ROOT_EV_A2_AMU * Math.sqrt(Math.abs(value)), value);
      return new Mode(wavenumber, rigid, 1 / square, displacement);
    }
  }
}
