package io.noether.nn.layers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.noether.autodiff.Function;
import io.noether.autodiff.Graph;
import io.noether.autodiff.Space;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What the types allow, what they refuse, and what a refusal says. */
class FeaturesTest {
  private static final Space ATOMS = Space.stored("atoms");
  private final Graph graph = new Graph();
  private final Scope scope = new Scope(graph, "net").in("block.2");
  private final Features scalars = Features.of(Irrep.SCALAR, graph.input("s", ATOMS, 4), "species");
  private final Features vectors = Features.of(Irrep.VECTOR, graph.input("v", ATOMS, 3, 4), "bonds");
  private final Features direction = Features.of(Irrep.VECTOR, graph.input("u", ATOMS, 3), "direction");
  private final Features turned = Features.of(Irrep.PSEUDOVECTOR, graph.input("w", ATOMS, 3, 4), "spins");

  @Test
  void paritiesMultiply() {
    Features pseudoscalars = vectors.dot(turned);
    assertEquals(Irrep.PSEUDOSCALAR, pseudoscalars.irrep());
    assertEquals(Irrep.SCALAR, vectors.dot(vectors).irrep());
    assertEquals(Irrep.SCALAR, turned.dot(turned).irrep());
    assertEquals(Irrep.PSEUDOVECTOR, vectors.cross(vectors).irrep());
    assertEquals(Irrep.VECTOR, vectors.cross(turned).irrep());
    assertEquals(Irrep.VECTOR, pseudoscalars.times(turned).irrep());
    assertEquals(Irrep.SCALAR, pseudoscalars.times(pseudoscalars).irrep());
    assertEquals(Irrep.SCALAR, pseudoscalars.norm(0.1).irrep());
  }

  @Test
  void singleOnesMeetEveryChannel() {
    assertEquals("[3, 4]", scalars.times(direction).tensor().shape().toString());
    assertEquals("[4]", vectors.dot(direction).tensor().shape().toString());
    assertEquals("[3, 4]", direction.cross(vectors).tensor().shape().toString());
    assertEquals("[3]", direction.norm(0).times(direction).tensor().shape().toString());
    assertEquals("[]", direction.squaredNorm().tensor().shape().toString());
    assertEquals("[3, 7]", scope.linearWithoutBias("mix", direction, 7).tensor().shape().toString());
    assertEquals("[3]", scope.readoutWithoutBias("combine", vectors).tensor().shape().toString());
    assertEquals("[]", scope.readout("out", scalars).tensor().shape().toString());
  }

  @Test
  void aVectorCannotBeAddedToAScalar() {
    refused(() -> vectors.plus(scalars), "plus", "4x1o", "bonds", "4x0e", "species", "FeaturesTest.java");
    refused(() -> vectors.plus(turned), "1o", "1e");
    refused(() -> vectors.plus(direction), "direction");
  }

  @Test
  void onlyEvenScalarsGoThroughNonlinearFunctions() {
    refused(vectors::silu, "SILU", "bonds", "even scalars");
    refused(() -> vectors.dot(turned).apply(Function.TANH), "TANH", "0o");
    refused(() -> direction.plus(1), "direction");
  }

  @Test
  void aBiasNeedsEvenScalarsAndTheLayerIsNamed() {
    refused(() -> scope.linear("phi", vectors, 8), "net.block.2.phi", "1o", "use linearWithoutBias");
    refused(() -> scope.readout("phi", vectors.dot(turned)), "net.block.2.phi", "0o");
    refused(() -> scope.linearWithoutBias("gate", vectors, 4).join(scalars), "net.block.2.gate", "join");
  }

  @Test
  void productsOfVectorsMustSayWhichOne() {
    refused(() -> vectors.times(vectors), "use dot or cross");
    refused(() -> vectors.dot(scalars), "degrees");
    refused(() -> scalars.cross(vectors), "degree 1");
    refused(() -> scalars.times(scope.linearWithoutBias("wide", scalars, 5)), "numbers of channels");
    refused(() -> scalars.split(3), "3 equal blocks");
  }

  @Test
  void aTensorMustHaveTheShapeOfItsType() {
    refused(() -> Features.of(Irrep.VECTOR, graph.input("x", ATOMS, 4), "mine"), "mine", "[3]");
    refused(() -> Features.of(Irrep.SCALAR, graph.input("y", ATOMS, 3, 4), "mine"), "mine", "[channels]");
    assertEquals(5, Features.of(new Irrep(2, 1), graph.input("z", ATOMS, 5, 6), "mine").irrep().dimension());
  }

  private static void refused(Executable operation, String... said) {
    String message = assertThrows(TypeException.class, operation).getMessage();
    for (String part : said) {
      assertTrue(message.contains(part), () -> "'" + part + "' is not in: " + message);
    }
  }
}
