package io.noether.autodiff.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.noether.autodiff.Index;
import io.noether.autodiff.Initial;
import io.noether.autodiff.ShapeException;
import io.noether.autodiff.Space;
import io.noether.autodiff.Tensor;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is tabulated. */
class FrontierTest {
  private final RadialGraph net = new RadialGraph();
  private final Tensor atoms = net.g.input("atoms", RadialGraph.ATOMS, 24);

  @Test
  void theFiltersOfAnInteractionNetwork() {
    Tensor energies = net.atomicEnergies(8);
    List<Tensor> found = Frontier.of(List.of(energies), net.distance);
    assertEquals(List.of(24, 24), found.stream().map(t -> t.shape().size()).toList());
    net.g.nodes().stream().filter(found::contains)
        .forEach(f -> assertEquals(List.of(net.cosine()), f.operands().subList(1, 2), "filters end with the cutoff"));
  }

  @Test
  void chainsOfLayersAsOne() {
    Tensor deep = net.linear(net.linear(net.linear(net.gaussians(12), 32).silu(), 16).silu(), 24);
    assertFound(message(deep), deep);
  }

  @Test
  void theOutputItself() {
    Tensor filter = net.filter(24);
    assertFound(filter, filter);
  }

  /** The inner one too, but only where the rest of the graph reads it by itself. */
  @Test
  void whatIsReadInTwoPlaces() {
    Tensor inner = net.linear(net.gaussians(20), 24);
    Tensor outer = net.linear(inner.silu(), 24);
    assertFound(message(outer).plus(message(inner)), inner, outer);
  }

  /** The radial part of a layer that also reads atoms. */
  @Test
  void theFunctionInsideWhatDependsOnAtoms() {
    Tensor part = net.linear(net.gaussians(20), 24);
    Tensor mixed = part.plus(atoms.gather(RadialGraph.SENDER)).silu();
    assertFound(net.linear(mixed, 24).sum(RadialGraph.RECEIVER), part);
  }

  @Test
  void wideWorkThatEndsInFewNumbers() {
    Tensor weight = net.linear(net.linear(net.gaussians(20), 32).silu(), 2);
    assertFound(net.g.contract("h,n->hn", weight, atoms.gather(RadialGraph.SENDER)).sum(RadialGraph.RECEIVER), weight);
  }

  /** A table of repeated numbers or of zeros would be larger for nothing. */
  @Test
  void notWhatOnlySpreadsNumbers() {
    Tensor filter = net.filter(24);
    Tensor repeated = net.g.contract("cn,n->cn", filter.expand("n->cn", 3, 24), atoms.gather(RadialGraph.SENDER));
    assertFound(repeated.sum(RadialGraph.RECEIVER), filter);
    Tensor joined = net.g.concat(0, filter, atoms.gather(RadialGraph.SENDER));
    assertFound(joined.sum(RadialGraph.RECEIVER), filter);
  }

  /** A slice is a smaller table than the whole. */
  @Test
  void onlyTheNumbersThatAreRead() {
    Tensor part = net.filter(72).slice(0, 24, 24);
    assertFound(message(part), part);
  }

  @Test
  void notWhatIsCheap() {
    assertFound(message(net.cosine()));
    assertFound(message(net.g.contract(",n->n", net.distance, net.weight(24))));
  }

  @Test
  void notWhatReadsAnythingElse() {
    Tensor filter = net.filter(24);
    Tensor work = net.linear(net.g.input("onEdges", RadialGraph.EDGES, 20), 24);
    assertFound(message(work)); // another field of the edges
    assertFound(message(net.linear(net.g.contract("a,an->n", net.vector, net.weight(3, 64)).silu(), 24)));
    Tensor temperature = net.g.input("temperature", Space.POINT);
    assertFound(message(filter.times(temperature)), filter); // an input of the whole
    Tensor embedding = net.g.parameter("embedding", RadialGraph.KINDS, new Initial.Normal(1), 24);
    Tensor kinds = embedding.gather(RadialGraph.KIND).gather(RadialGraph.SENDER);
    assertFound(filter.times(kinds).sum(RadialGraph.RECEIVER), filter); // parameters by way of atoms
    Tensor onEdges = net.g.parameter("each", RadialGraph.EDGES, new Initial.Normal(1), 24);
    assertFound(message(filter.times(onEdges)), filter); // parameters of the edges' own
    Space pairs = Space.streamed("pairs");
    Tensor onPairs = filter.gather(Index.of("edge", pairs, RadialGraph.EDGES));
    assertFound(net.linear(onPairs.silu(), 24), filter); // on another space
    Tensor mean = net.gaussians(20).total();
    assertFound(message(net.linear(net.gaussians(20).minus(mean), 24)), net.gaussians(20)); // all edges together
  }

  @Test
  void nothingWhereNothingReadsTheVariable() {
    assertEquals(true, Tabulation.of(List.of(net.linear(atoms, 24)), net.distance).isEmpty());
  }

  @Test
  void aVariableIsOneNumberForEachRow() {
    Tensor filter = net.filter(24);
    assertThrows(ShapeException.class, () -> Tabulation.of(List.of(filter), net.vector));
    assertThrows(ShapeException.class, () -> Tabulation.of(List.of(filter), net.distance.total()));
  }

  /** A field multiplied with atoms and summed. */
  private Tensor message(Tensor field) {
    return field.times(atoms.gather(RadialGraph.SENDER)).sum(RadialGraph.RECEIVER);
  }

  private void assertFound(Tensor output, Tensor... functions) {
    assertEquals(List.of(functions), Frontier.of(List.of(output), net.distance));
  }
}
