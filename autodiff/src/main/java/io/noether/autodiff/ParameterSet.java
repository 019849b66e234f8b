package io.noether.autodiff;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGeneratorFactory;

/**
 * The values of a graph's parameters in one flat array of doubles, in the order in which the model declared them. An
 * optimiser works on the flat array; programs copy from it.
 */
public final class ParameterSet {
  private final Map<Tensor, Block> blocks = new LinkedHashMap<>();
  private final double[] values;

  private record Block(int offset, int length) {}

  /**
   * Fresh parameters. Each draws from a generator of its own, seeded by the seed and its name, so its values do not
   * depend on the others.
   *
   * @param rows number of rows of every space other than {@link Space#POINT} that carries parameters
   */
  public ParameterSet(List<Tensor> parameters, long seed, Map<Space, Integer> rows) {
    int total = 0;
    for (Tensor p : parameters) {
      Integer count = p.space().isPoint() ? Integer.valueOf(1) : rows.get(p.space());
      if (count == null) {
        throw new IllegalArgumentException(
            "the number of rows of " + p.space() + ", which " + p + " needs, is not given");
      }
      var block = new Block(total, Math.multiplyExact(p.shape().size(), count));
      blocks.put(p, block);
      total = Math.addExact(total, block.length);
    }
    values = new double[total];
    blocks.forEach((p, block) -> {
      if (!(p.op() instanceof Op.Parameter(String name, Initial initial))) {
        throw new IllegalArgumentException(p + " is not a parameter");
      }
      var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed * 0x9E3779B97F4A7C15L + name.hashCode());
      for (int k = 0; k < block.length; k++) {
        values[block.offset + k] = initial.draw(random);
      }
    });
  }

  /** The parameters, in the order of their values. */
  public List<Tensor> tensors() {
    return List.copyOf(blocks.keySet());
  }

  /** All values: the array itself, not a copy. */
  public double[] values() {
    return values;
  }

  /** Where a parameter's values start. */
  public int offset(Tensor parameter) {
    return block(parameter).offset;
  }

  /** How many values a parameter has. */
  public int length(Tensor parameter) {
    return block(parameter).length;
  }

  /** Copies every parameter into an execution. */
  public void bindTo(Execution execution) {
    bindTo(execution, values);
  }

  /** Copies other values of the same layout (a moving average, say) into an execution. */
  public void bindTo(Execution execution, double[] sameLayout) {
    blocks.forEach((p, block) -> execution.bind(p, sameLayout, block.offset));
  }

  /**
   * Reads tensors shaped like the parameters, derivatives by them mostly, into an array of the same layout.
   *
   * @param outputs one for each parameter, in the order of {@link #tensors}
   */
  public void read(Execution execution, List<Tensor> outputs, double[] sameLayout) {
    int k = 0;
    for (Block block : blocks.values()) {
      execution.read(outputs.get(k++), sameLayout, block.offset);
    }
  }

  private Block block(Tensor parameter) {
    Block block = blocks.get(parameter);
    if (block == null) {
      throw new IllegalArgumentException(parameter + " is not one of these parameters");
    }
    return block;
  }
}
