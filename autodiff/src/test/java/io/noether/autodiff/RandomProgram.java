package io.noether.autodiff;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A random well-typed graph.
 *
 * @param graph what it is in
 * @param leaves its inputs and parameters
 * @param samples some tensors computed on the way, over various spaces
 * @param loss a scalar on the point that depends on all leaves that matter
 */
record RandomProgram(Graph graph, List<Tensor> leaves, List<Tensor> samples, Tensor loss) {
  /** Loss, samples, first derivatives for all leaves, and second derivatives along a direction for some. */
  List<Tensor> outputsToSecondOrder(SplittableRandom random) {
    List<Tensor> gradients = Gradients.of(loss, leaves);
    var outputs = new ArrayList<Tensor>(samples);
    outputs.add(loss);
    outputs.addAll(gradients);
    Tensor slope = GradientCheck.project(gradients, constantsLike(random));
    outputs.addAll(Gradients.of(slope, leaves.subList(0, Math.min(3, leaves.size()))));
    return outputs.stream().distinct().toList();
  }

  private List<Tensor> constantsLike(SplittableRandom random) {
    return leaves.stream().map(leaf -> {
      double[] numbers = random.doubles(leaf.shape().size(), -1, 1).toArray();
      return graph.constant(numbers, leaf.shape().dims().stream().mapToInt(Integer::intValue).toArray());
    }).toList();
  }
}
