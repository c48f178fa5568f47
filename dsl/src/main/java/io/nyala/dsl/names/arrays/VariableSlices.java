package io.nyala.dsl.names.arrays;

import io.nyala.autograd.Indexing;
import io.nyala.autograd.Variable;
import io.nyala.dsl.names.Kind;
import io.nyala.dsl.names.PyError;
import io.nyala.tensor.NDArray;
import io.nyala.tensor.Tensor;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.function.BinaryOperator;

/**
 * What {@code v[0].assign(x)} of a {@code tf.Variable} needs: a tensor cut out of a variable is
 * remembered, as long as it is there, with the variable and the place it came from.
 */
public final class VariableSlices {

  /**
   * Where a tensor comes from.
   *
   * @param variable that was cut
   * @param index the parts of the index
   */
  private record Origin(Variable variable, List<?> index) {}

  private static final Map<Tensor, Origin> ORIGINS =
      Collections.synchronizedMap(new WeakHashMap<>());

  private VariableSlices() {}

  /** Remembers a tensor cut out of a variable. */
  static Object remember(Object cut, Variable variable, List<?> index) {
    if (cut instanceof Tensor tensor) {
      ORIGINS.put(tensor, new Origin(variable, index));
    }
    return cut;
  }

  /**
   * Writes to the place in the variable that a tensor was cut from.
   *
   * @param join of what is there and what was given
   * @throws PyError an AttributeError if the tensor comes from no variable
   */
  public static Variable write(
      Tensor cut, Object value, String method, BinaryOperator<Tensor> join) {
    Origin origin = ORIGINS.get(cut);
    if (origin == null) {
      throw new PyError(
          "AttributeError",
          "'tensorflow.python.framework.ops.EagerTensor' object has no attribute '"
              + method
              + "'; only a tf.Variable and its slices can be assigned to");
    }
    Variable variable = origin.variable();
    NDArray whole = (NDArray) Kind.ARRAY.wrap(variable.value().copy());
    Tensor given = Kind.TENSOR.convert(value, variable.dtype());
    Tensor before = Indexing.get(whole, origin.index());
    Indexing.set(whole, origin.index(), join.apply(before, given));
    return variable.assign(whole);
  }
}
