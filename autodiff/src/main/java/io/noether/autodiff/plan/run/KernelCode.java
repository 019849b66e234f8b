package io.noether.autodiff.plan.run;

/** Which code an execution runs its kernels with. All choices give the same bits. */
public enum KernelCode {
  /** Scalar code only. */
  SCALAR,
  /** Vector code from the first call on: slow until the JVM has compiled it. */
  VECTORS,
  /** Scalar code first, and each kernel's vector code once the JVM has compiled it. */
  TIERED
}
