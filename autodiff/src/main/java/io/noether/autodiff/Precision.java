package io.noether.autodiff;

/** The floating-point numbers a program computes with. */
public enum Precision {
  /** IEEE single precision: training and dynamics. */
  FLOAT32,
  /** IEEE double precision: Hessians, geometry optimisation, tests. */
  FLOAT64
}
