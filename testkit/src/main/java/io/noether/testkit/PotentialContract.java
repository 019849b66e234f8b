package io.noether.testkit;

/**
 * Every law at once. A test class for a potential of your own is four lines:
 *
 * <pre>{@code
 * class MyPotentialTest implements PotentialContract {
 *   public Potential potential() {
 *     return new MyPotential(4.0);
 *   }
 * }
 * }</pre>
 *
 * <p>JUnit runs one test for each law. In single precision add {@code tolerance()} returning {@link Tolerance#FLOAT32};
 * to try the laws on other structures override {@code seed()} or {@code samples()}; for a potential for molecules only
 * return false from {@code periodic()}.
 *
 * <p>Laws that cannot apply are skipped, and JUnit reports why: those about the cutoff unless the potential is a
 * {@link io.noether.core.LocalPotential}, those about stress or atomic energies if its predictions have none. A
 * prediction with numbers that are not finite, or too few of them, breaks every law that meets it.
 */
public interface PotentialContract
    extends EnergyContract, ForceContract, StressContract, CellContract, CutoffContract, BatchContract {}
