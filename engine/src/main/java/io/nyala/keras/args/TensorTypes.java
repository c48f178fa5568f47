package io.nyala.keras.args;

import io.nyala.tensor.Tensor;
import io.nyala.tensor.Tensors;
import java.util.Arrays;
import java.util.List;

/** Argument types for functions of tensors. */
public final class TensorTypes {

  private TensorTypes() {}

  /** A tensor, or anything one can be made of. */
  public static final ArgType<Tensor> TENSOR =
      ArgTypes.simple("a tensor", value -> value == null ? null : Tensors.of(value));

  /**
   * One axis or several.
   *
   * @param list whether they were given as a list
   * @param values the axes
   */
  public record Axes(boolean list, int... values) {

    /** The axes of an argument; null where it is None. */
    public static int[] of(Arguments arguments, String name) {
      Axes axes = arguments.get(name, Axes.class);
      return axes == null ? null : axes.values();
    }
  }

  /** A whole number or a list of them: one axis or several. */
  public static final ArgType<Axes> AXES =
      new ArgType<>() {
        @Override
        public Axes convert(Object value) {
          if (value instanceof Axes axes) {
            return axes;
          }
          if (value instanceof Tensor tensor && tensor.rank() == 1 && tensor.dtype().isInteger()) {
            int[] values = new int[tensor.elements()];
            Arrays.setAll(values, i -> Math.toIntExact(tensor.getLong(i)));
            return new Axes(true, values);
          }
          return value instanceof List<?> list
              ? new Axes(true, list.stream().mapToInt(each -> ArgTypes.INT.convert(each)).toArray())
              : new Axes(false, ArgTypes.INT.convert(value));
        }

        @Override
        public Object toConfig(Axes value) {
          return value.list()
              ? Arrays.stream(value.values()).boxed().toList()
              : (Object) value.values()[0];
        }

        @Override
        public String describe() {
          return "an integer or a list of integers";
        }
      };
}
