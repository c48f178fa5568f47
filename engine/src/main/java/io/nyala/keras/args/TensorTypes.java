package io.nyala.keras.args;

import io.nyala.tensor.Tensor;
import io.nyala.tensor.Tensors;
import java.util.ArrayList;
import java.util.List;

/** Argument types for functions of tensors. */
public final class TensorTypes {

  private TensorTypes() {}

  /** A tensor, or anything one can be made of. */
  public static final ArgType<Tensor> TENSOR =
      ArgTypes.simple("a tensor", value -> value == null ? null : Tensors.of(value));

  /** A whole number or a list of them: one axis or several. */
  public static final ArgType<int[]> AXES =
      new ArgType<>() {
        @Override
        public int[] convert(Object value) {
          if (value instanceof List<?> list) {
            return list.stream().mapToInt(each -> ArgTypes.INT.convert(each)).toArray();
          }
          return new int[] {ArgTypes.INT.convert(value)};
        }

        @Override
        public Object toConfig(int[] value) {
          if (value.length == 1) {
            return value[0];
          }
          List<Integer> list = new ArrayList<>();
          for (int axis : value) {
            list.add(axis);
          }
          return list;
        }

        @Override
        public String describe() {
          return "an integer or a list of integers";
        }
      };
}
