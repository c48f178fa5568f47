package io.nyala.keras.utils;

import io.nyala.keras.KerasException;
import io.nyala.keras.args.Arg;
import io.nyala.keras.args.ArgTable;
import io.nyala.keras.args.ArgTypes;
import io.nyala.keras.args.Arguments;
import io.nyala.keras.args.KerasFunction;
import io.nyala.tensor.DType;
import io.nyala.tensor.NDArray;
import io.nyala.tensor.Shape;
import io.nyala.tensor.Tensor;
import io.nyala.tensor.Tensors;

/**
 * {@code keras.utils.to_categorical}: class numbers {@code [...]} as rows of zeros with a one,
 * {@code [..., classes]}. Lists and arrays give a float64 array, tensors a float32 tensor.
 *
 * <p>Source: keras/src/utils/numerical_utils.py.
 */
public final class ToCategorical {

  /** The function and its arguments. */
  public static final KerasFunction FUNCTION =
      new KerasFunction(
          "to_categorical",
          "keras.utils",
          "Class numbers as rows of zeros with a one.",
          ArgTable.of(
              "to_categorical",
              Arg.required("x", ArgTypes.ANY, "Class numbers from 0."),
              Arg.of("num_classes", ArgTypes.INT, null, "How many; by default the largest + 1.")),
          ToCategorical::encode);

  private ToCategorical() {}

  private static Tensor encode(Arguments arguments) {
    Object given = arguments.get("x");
    boolean array = !(given instanceof Tensor) || given instanceof NDArray;
    Tensor classes = Tensors.of(given);
    if (!classes.dtype().isNumeric() && classes.dtype() != DType.BOOL) {
      throw KerasException.value("`x` should hold class numbers; received " + classes.dtype());
    }
    int count = count(classes, arguments.integer("num_classes"));
    Shape shape = classes.shape();
    Shape samples = shape.rank() > 1 && shape.dim(-1) == 1 ? shape.without(-1) : shape;
    Tensor out = Tensor.zeros(array ? DType.FLOAT64 : DType.FLOAT32, samples.insert(-1, count));
    for (int i = 0; i < classes.elements(); i++) {
      long number = classes.getLong(i);
      if (array && (number >= count || number < -count)) {
        throw KerasException.value(
            "Class number " + number + " is out of bounds for " + count + " classes.");
      }
      long column = array && number < 0 ? number + count : number;
      if (column >= 0 && column < count) {
        out.put((int) (i * (long) count + column), 1);
      }
    }
    return array ? NDArray.of(out) : out;
  }

  private static int count(Tensor classes, Integer given) {
    if (given != null && given != 0) {
      return given;
    }
    if (classes.elements() == 0) {
      throw KerasException.value("`num_classes` must be given where `x` is empty.");
    }
    long most = Long.MIN_VALUE;
    for (int i = 0; i < classes.elements(); i++) {
      most = Math.max(most, classes.getLong(i));
    }
    return Math.toIntExact(most + 1);
  }
}
