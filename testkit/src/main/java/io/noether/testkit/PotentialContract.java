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
 * to try the laws on other structures override {@code seed()} or {@code samples()}; if the potential is for molecules
 * only, implement the contracts that apply instead of this one.
 */
public interface PotentialContract
    extends EnergyContract, ForceContract, StressContract, CellContract, CutoffContract, BatchContract {}
