package io.noether.benchmarks.measure;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Twelve independent chains of vector FMAs in registers: two pipelines with a latency of four cycles need eight, and
 * twelve with the two constants still fit the sixteen registers of AVX2. All chains tend to one, so no denormals occur.
 */
final class VectorFmaLoop implements FmaLoop {
  private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
  private static final int CHAINS = 12;
  private static final int TURNS = 4000;

  private final float[] end = new float[SPECIES.length()];

  @Override
  public long run() {
    var b = FloatVector.broadcast(SPECIES, 0.999f);
    var c = FloatVector.broadcast(SPECIES, 0.001f);
    var x0 = FloatVector.broadcast(SPECIES, 1.0f);
    var x1 = FloatVector.broadcast(SPECIES, 1.1f);
    var x2 = FloatVector.broadcast(SPECIES, 1.2f);
    var x3 = FloatVector.broadcast(SPECIES, 1.3f);
    var x4 = FloatVector.broadcast(SPECIES, 1.4f);
    var x5 = FloatVector.broadcast(SPECIES, 1.5f);
    var x6 = FloatVector.broadcast(SPECIES, 1.6f);
    var x7 = FloatVector.broadcast(SPECIES, 1.7f);
    var x8 = FloatVector.broadcast(SPECIES, 1.8f);
    var x9 = FloatVector.broadcast(SPECIES, 1.9f);
    var x10 = FloatVector.broadcast(SPECIES, 2.0f);
    var x11 = FloatVector.broadcast(SPECIES, 2.1f);
    for (int turn = 0; turn < TURNS; turn++) {
      x0 = x0.fma(b, c);
      x1 = x1.fma(b, c);
      x2 = x2.fma(b, c);
      x3 = x3.fma(b, c);
      x4 = x4.fma(b, c);
      x5 = x5.fma(b, c);
      x6 = x6.fma(b, c);
      x7 = x7.fma(b, c);
      x8 = x8.fma(b, c);
      x9 = x9.fma(b, c);
      x10 = x10.fma(b, c);
      x11 = x11.fma(b, c);
    }
    x0.add(x1).add(x2).add(x3).add(x4).add(x5).add(x6).add(x7).add(x8).add(x9).add(x10).add(x11).intoArray(end, 0);
    return 2L * TURNS * CHAINS * SPECIES.length();
  }
}
