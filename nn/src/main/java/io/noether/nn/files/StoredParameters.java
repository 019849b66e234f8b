package io.noether.nn.files;

import io.noether.autodiff.ParameterSet;
import io.noether.autodiff.Space;
import io.noether.autodiff.Tensor;
import io.noether.core.InputException;
import io.noether.core.safetensors.ElementType;
import io.noether.core.safetensors.Safetensors;
import io.noether.core.safetensors.SafetensorsWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How a network's parameters stand in a safetensors file: each is a tensor of its own name. */
public final class StoredParameters {
  private StoredParameters() {}

  /**
   * The shape of a stored parameter: its number of rows first, unless it lies on the point, then its own axes.
   *
   * @param rows number of rows of every space other than the point that carries parameters
   */
  public static List<Long> shape(Tensor parameter, Map<Space, Integer> rows) {
    var shape = new ArrayList<Long>();
    if (!parameter.space().equals(Space.POINT)) {
      Integer count = rows.get(parameter.space());
      if (count == null) {
        throw new IllegalArgumentException("the number of rows of " + parameter.space() + " is not given");
      }
      shape.add((long) count);
    }
    for (int axis = 0; axis < parameter.shape().rank(); axis++) {
      shape.add((long) parameter.shape().dim(axis));
    }
    return shape;
  }

  /** Adds every parameter to a file, rounded to the type. */
  public static void write(SafetensorsWriter into, ParameterSet parameters, Map<Space, Integer> rows,
      ElementType type) {
    for (Tensor p : parameters.tensors()) {
      long[] shape = shape(p, rows).stream().mapToLong(Long::longValue).toArray();
      into.add(p.name(), type, parameters.values(), parameters.offset(p), shape);
    }
  }

  /**
   * Checks that a file has every parameter in the right shape. To be called before a {@link ParameterSet} is made: the
   * sizes come from the file's metadata, which may lie.
   *
   * @param file the file, for messages
   * @throws InputException naming the file and the tensor
   */
  public static void check(Safetensors in, Object file, List<Tensor> parameters, Map<Space, Integer> rows) {
    for (Tensor p : parameters) {
      var found = in.entry(p.name()).shape();
      var wanted = shape(p, rows);
      if (!found.equals(wanted)) {
        throw new InputException(
            file + ": tensor '" + p.name() + "' has shape " + found + ", but the model needs " + wanted);
      }
    }
  }

  /** Reads every parameter. @throws InputException naming the file and the tensor, if one is missing or unusable */
  public static void read(Safetensors in, ParameterSet into) {
    for (Tensor p : into.tensors()) {
      double[] values = in.read(p.name());
      System.arraycopy(values, 0, into.values(), into.offset(p), values.length);
    }
  }
}
