package io.noether.dynamics.md;

/** Told how a run goes, on its thread. */
@FunctionalInterface
public interface MdListener {
  /** After each step. {@link MolecularDynamics#thermo} says what is to be shown. */
  void stepped(MolecularDynamics dynamics);
}
