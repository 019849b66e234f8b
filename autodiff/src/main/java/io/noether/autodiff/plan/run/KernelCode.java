package io.noether.autodiff.plan.run;

/** Which code a program runs. The bits are the same. */
public enum KernelCode {
  /** Scalar code only. */
  SCALAR,
  /** Vector code from the first call on: slow until the JVM has compiled it. */
  VECTORS,
  /** Scalar code first, and each kernel's vector code once the JVM has compiled it. */
  TIERED
}
